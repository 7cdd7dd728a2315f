/** All tests: the end-to-end tests run even if a unit test has failed. */
import { runTool } from './run-tool.ts';

const unit = runTool('vitest', ['run']);
const endToEnd = runTool('tsx', ['scripts/e2e.ts']);
process.exitCode = unit === 0 ? endToEnd : unit;
