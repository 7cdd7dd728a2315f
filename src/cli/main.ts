/** The command line: `npm run -s watchmen -- help`. */
import { NODE_IO } from './node-io.ts';
import { runCommandLine } from './command-line.ts';

// A reader that has seen enough, such as `head`, closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = runCommandLine(process.argv.slice(2), NODE_IO);
