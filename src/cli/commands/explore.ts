import { err } from '../../base/result.ts';
import { didYouMean } from '../../scenario/suggest.ts';
import type { Command } from '../command.ts';
import type { Io, Outcome } from '../io.ts';
import type { Arguments } from '../options.ts';
import { exploreClosedForm } from './explore-closed-form.ts';
import { EXPLORE_OPTIONS } from './explore-options.ts';
import { explorePlacement } from './explore-placement.ts';
import { exploreScalability } from './explore-scalability.ts';
import { exploreWishList } from './explore-wish-list.ts';

const STUDIES: ReadonlyMap<string, (args: Arguments, io: Io) => Outcome> = new Map([
  ['scalability', exploreScalability],
  ['wish-list', exploreWishList],
  ['placement', explorePlacement],
  ['closed-form', exploreClosedForm],
]);

/** `explore`: studies of one application under every method. */
export const EXPLORE: Command = {
  name: 'explore',
  usage:
    'scalability [<scenario>] [--apps 1-8] [--res-cores 1,2] [--cores 12]\n' +
    '  explore wish-list [<scenario>] [--faults N]\n' +
    '  explore placement [<scenario>]\n' +
    '  explore closed-form [<scenario>] [--simulate]\n' +
    '      each: [--methods a,b] [--redundancy 2,3] [--workload ID | --phases FILE] [--seed N]\n' +
    '      [--cost name=value] [--json | --csv]',
  summary:
    'Studies the first application of a scenario (default: CRC32 large): how methods scale, what the\n' +
    '      hardware wish-list would buy, what distance costs, an event added up; docs/scalability.md.',
  options: ['json', 'csv', ...EXPLORE_OPTIONS],
  operands: 2,
  run(args, io) {
    const [name, ...operands] = args.operands;
    const known = [...STUDIES.keys()];
    if (name === undefined) return err(`which study? Known: ${known.join(', ')}`);
    const study = STUDIES.get(name);
    if (study === undefined) {
      return err(
        `there is no study "${name}"${didYouMean(name, known) || `; known: ${known.join(', ')}`}`,
      );
    }
    if (args.flags.has('json') && args.flags.has('csv')) {
      return err('--json and --csv exclude each other');
    }
    return study({ ...args, operands }, io);
  },
};
