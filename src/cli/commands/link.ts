import { err, ok } from '../../base/result.ts';
import { decodeLink, encodeLink } from '../../scenario/link.ts';
import { CHANGE_OPTIONS } from '../change-scenario.ts';
import type { Command } from '../command.ts';
import { lastValue } from '../options.ts';
import { isInFile } from '../load-profiles.ts';
import { prepare } from '../prepare.ts';

/** Where `npm start` serves the page. */
export const LOCAL_PAGE = 'http://localhost:5173/';

/** `link`: the address that opens a scenario in the page. */
export const LINK: Command = {
  name: 'link',
  usage: '<scenario> [--page ADDRESS] [options that change it]',
  summary: `Prints the link that opens the scenario in the page (default ${LOCAL_PAGE}).`,
  options: ['page', ...CHANGE_OPTIONS],
  operands: 1,
  run(args, io) {
    const page = lastValue(args, 'page') ?? LOCAL_PAGE;
    if (!URL.canParse(page)) return err(`--page must be an address, but is "${page}"`);
    const prepared = prepare(args, io);
    if (!prepared.ok) return prepared;
    const own = prepared.value.scenario.apps.find(
      ({ workload }) => workload.kind === 'profile' && isInFile(workload.id),
    );
    if (own !== undefined) {
      return err(
        `the workload of "${own.name}" is a file, which a link cannot carry; import --link makes a link of a log`,
      );
    }
    // What a given link says besides its scenario goes along: the moment, notes, what it compares with.
    const given = decodeLink(args.operands[0] ?? '');
    const rest = given.ok ? given.value : { view: {} };
    const fragment = encodeLink({ ...rest, scenario: prepared.value.scenario });
    io.out(`${page.replace(/#.*$/s, '')}#${fragment}\n`);
    return ok(0);
  },
};
