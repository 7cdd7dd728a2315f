import { expect, openApp, SHORT_RUN, test, waitUntilIdle } from './app.ts';
import { commandLine } from './command-line.ts';
import { differences, overheadTable, pictureOf } from './picture.ts';

interface MatrixJson {
  readonly workload: string;
  readonly rows: readonly {
    readonly signalling: string;
    readonly redundancy: number;
    readonly overheadPercent: number;
    readonly cyclesPerEvent: number;
    readonly ipisPerEvent: number;
  }[];
}

const NAMES: Readonly<Record<string, string>> = {
  local: 'local handling',
  migration: 'migration',
  ipc: 'sync IPC',
  polling: 'shared memory',
};

test.describe('to find the cheapest signalling method', () => {
  test('the chart fills with every method as DMR and TMR, with the numbers of the command line', async ({
    page,
  }) => {
    await openApp(page);
    await test.step('the chart fills', async () => {
      const figure = page.getByRole('figure', { name: 'Overhead' });
      await expect(figure).toContainText('Shared memory is cheapest');
      expect((await overheadTable(page)).size).toBe(8);
    });
    await test.step('the numbers of the page are those of the command line', async () => {
      const table = await overheadTable(page);
      const matrix = JSON.parse(commandLine('matrix', '--json')) as MatrixJson;
      expect(matrix.rows).toHaveLength(8);
      for (const row of matrix.rows) {
        const group = row.redundancy === 2 ? 'DMR' : 'TMR';
        const name = [...table.keys()].find(
          (key) =>
            key.includes(group) &&
            key.toLowerCase().includes((NAMES[row.signalling] ?? '').toLowerCase()),
        );
        const cells = (table.get(name ?? '') ?? []).map((cell) =>
          cell.replaceAll(/[\s\u202f]/gu, ''),
        );
        expect(cells[0], `${name} overhead`).toBe(row.overheadPercent.toFixed(2));
        expect(cells[1], `${name} cycles`).toBe(row.cyclesPerEvent.toFixed(2));
        expect(cells[2], `${name} IPIs`).toBe(row.ipisPerEvent.toFixed(2));
      }
    });
  });

  test('changing the method changes machine, timeline and the marked bar', async ({ page }) => {
    await openApp(page, SHORT_RUN);
    const before = await pictureOf(page);
    const signalling = page.getByRole('radiogroup', { name: 'Signalling' });
    await signalling.getByRole('radio', { name: /polling|shared memory/iu }).check({ force: true });
    await waitUntilIdle(page);
    expect(differences(await pictureOf(page), before)).toEqual(['playhead', 'machine', 'timeline']);
    await expect(page.getByRole('figure', { name: 'Overhead' })).toContainText(
      /cycles per event .*TMR, shared mem/iu,
    );
  });
});
