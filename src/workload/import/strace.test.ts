import { expect, it } from 'vitest';
import { encodeText } from './bytes.ts';
import { createImporter } from './importer.ts';
import { classesOf, importLog, profileOf } from './testing.ts';

const CALL = 'read(3, "a", 1) = 1';
/** A line of -f -ttt at so many microseconds. */
const stamped = (time: number, text: string) => `5 ${(1e9 + time / 1e6).toFixed(6)} ${text}`;
const stampsOf = (log: string) => importLog(log).report.stamps;
const pidsOf = (log: string) => importLog(log).report.processes.map(({ pid }) => pid);

it.each([
  ['nothing', `${CALL}\n`],
  ['-f -o', `14    ${CALL}\n`],
  ['-f', `[pid    14] ${CALL}\n`],
  ['-Y', `14<my prog> ${CALL}\n`],
  ['-f -Y', `[pid 14<sh>] ${CALL}\n`],
  ['-t', `12:34:56 ${CALL}\n`],
  ['-tt', `12:34:56.123456 ${CALL}\n`],
  ['-ttt', `1795408835.488964 ${CALL}\n`],
  ['unix seconds', `1795408835 ${CALL}\n`],
  ['-f and unix seconds', `14    1795408835 ${CALL}\n`],
  ['nanoseconds', `12:34:56.123456789 ${CALL}\n`],
  ['-r', `     0.000123 ${CALL}\n`],
  ['-r in seconds', `     0 ${CALL}\n`],
  ['-r -ttt', `1795448138.279674 (+     0.000492) ${CALL}\n`],
  ['-i', `[00007fdcfe3dcc47] ${CALL}\n`],
  ['-i, unknown', `[????????????????] ${CALL}\n`],
  ['-n', `[   0] ${CALL}\n`],
  ['-f -tt -n -i', `14    12:34:56.123456 [   0] [00007f7dcb7c4c47] ${CALL}\n`],
  ['-T', `${CALL} <0.000012>\n`],
  ['-T in nanoseconds', `${CALL} <0.000012345>\n`],
  ['-y', `read(3</a (copy) = 5>, "a", 1) = 1\n`],
  ['-yy', `read(3<TCP:[127.0.0.1:5->127.0.0.1:80]>, "a", 1) = 1\n`],
  ['-yy, device', `read(1</dev/null<char 1:3>>, "a", 1) = 1\n`],
  ['-x', String.raw`read(3, "\x61\x22", 1) = 1` + '\n'],
  ['-a 80', `read(3, "a", 1)${' '.repeat(64)}= 1\n`],
  ['tabs', 'read(3, "a", 1)\t= 1\n'],
  ['an injected error', 'read(3, "a", 1) = -1 EIO (Input/output error) (INJECTED)\n'],
  ['an unknown call', 'syscall_0x1c3(0x1, 0x2) = -1 ENOSYS (Function not implemented)\n'],
  ['no return value', 'exit_group(0) = ?\n'],
  ['a restart', 'read(3, 0x7ffe, 64) = ? ERESTARTSYS (To be restarted if SA_RESTART is set)\n'],
  ['a poll with results', 'poll([{fd=4, events=POLLIN}], 1, 5) = 1 ([{fd=4, revents=POLLIN}])\n'],
])('takes a call with %s as a whole', (_, log) => {
  expect(classesOf(log)).toEqual(['call']);
});

it('reads the kind of each time stamp', () => {
  expect(stampsOf(`12:34:56 ${CALL}\n`)).toEqual({ clock: 1 });
  expect(stampsOf(`1795408835 ${CALL}\n`)).toEqual({ unix: 1 });
  expect(stampsOf(`     0.000123 ${CALL}\n`)).toEqual({ relative: 1 });
  expect(stampsOf(`14    ${CALL}\n`)).toEqual({});
});

it('skips strings that look like results', () => {
  const log = 'write(3, "x) = 5 <0.1>\\" <unfinished ...>", 31) = 31 <0.000019>\n';
  const { report } = importLog(log);
  expect(report).toMatchObject({ bytesWritten: 31, durations: 1, sumDurations: 0.000019 });
});

it('puts the halves of interrupted calls together', () => {
  const log = [
    '5 1.000000 read(3,  <unfinished ...>',
    '6 1.000010 getpid() = 6 <0.000001>',
    '5 1.000020 <... read resumed>"abc", 10) = 3 <0.000020>',
    '6 1.000030 <... wait4 resumed> NULL, 0, NULL) = 5',
    '5 1.000040 futex(0x1, FUTEX_WAIT <unfinished ...>) = ?',
    '5 1.000050 <... exit resumed>) = ?',
    '',
  ].join('\n');
  expect(classesOf(log)).toEqual(['unfinished', 'call', 'resumed', 'resumed', 'call', 'resumed']);
  expect(importLog(log).report).toMatchObject({ bytesReadResumed: 3, bytesRead: 0, totalCalls: 5 });
});

it('tells signals, stops and ends apart', () => {
  const log = [
    CALL,
    '--- SIGALRM {si_signo=SIGALRM, si_code=SI_KERNEL} ---',
    '--- SIGCHLD (Child exited) @ 0 (0) ---',
    '--- stopped by SIGSTOP ---',
    '+++ superseded by execve in pid 5 +++',
    '+++ killed by SIGSEGV (core dumped) +++',
    '+++ exited with 42 +++',
    '',
  ].join('\n');
  expect(classesOf(log)).toEqual(['call', 'signal', 'signal', 'stopped', 'exit', 'kill', 'exit']);
  expect(importLog(log).report.exitCodes).toEqual([42]);
});

it('knows stack lines, comments, messages, tables and output', () => {
  const log = [
    '# a comment',
    '',
    'strace: Process 7 attached',
    '[ Process PID=7 runs in 32 bit mode. ]',
    'Process 7 detached',
    CALL,
    ' > /usr/lib/libc.so.6(read+0x10) [0xf1350]',
    'printf(3) is not a call',
    '12:34:56.1 what is this',
    '% time     seconds  usecs/call     calls    errors syscall',
    '------ ----------- ----------- --------- --------- ----------------',
    '  0.00    0.000000           0         1           read',
    '',
  ].join('\n');
  expect(classesOf(log)).toEqual(
    'comment blank chatter chatter chatter call stack output unknown table table table'.split(' '),
  );
  const { doubtful } = importLog(log).report;
  expect(doubtful.map(({ line, text }) => [line, text])).toEqual([
    [8, 'printf(3) is not a call'],
    [9, '12:34:56.1 what is this'],
  ]);
});

it('puts a call together that a message or output interrupts', () => {
  const log = [
    'execve("./a", ["./a"], 0x7ffd /* 9 vars */) = 0',
    'clone(child_stack=NULL, flags=SIGCHLDstrace: Process 8 attached',
    ', child_tidptr=0x7f) = 8',
    '[pid     8] write(1, "hello\\n", 6hello',
    ') = 6',
    '[pid     7] wait4(8, strace: Process 9 attached',
    ' <unfinished ...>',
    '[pid     8] +++ exited with 0 +++',
    '[pid     9] getpid() = 9',
    '[pid     7] <... wait4 resumed>NULL, 0, NULL) = 8',
    '',
  ].join('\n');
  expect(classesOf(log)).toEqual(
    'call split rest split rest split rest exit call resumed'.split(' '),
  );
  expect(pidsOf(log)).toEqual([7, 8, 9]);
});

it('gives lines without a number to the only process that is left', () => {
  const log = [
    'getpid() = 7',
    'strace: Process 8 attached',
    '[pid     8] getpid() = 8',
    '[pid     7] getpid() = 7',
    '[pid     7] +++ exited with 0 +++',
    'getpid() = 8',
    'getpid() = 8',
    '+++ exited with 0 +++',
    '',
  ].join('\n');
  const { processes } = importLog(log).report;
  expect(processes.map(({ pid, calls, ended }) => [pid, calls, ended])).toEqual([
    [8, 3, true],
    [7, 2, true],
  ]);
});

it('follows strace as it comes and goes', () => {
  const log = [
    'strace: Process 50 attached with 2 threads',
    '[pid    51] futex(0x1, FUTEX_WAIT, 0, NULL <unfinished ...>',
    '[pid    50] read(5, "GET / HTTP/1.1\\r\\n"..., 1024) = 200',
    '^Cstrace: Process 51 detached',
    'read(5, "", 1024) = 0',
    'epoll_wait(4, strace: Process 50 detached',
    ' <detached ...>',
    '',
  ].join('\n');
  expect(classesOf(log)).toEqual('chatter unfinished call chatter call split detached'.split(' '));
  const { processes, doubtful } = importLog(log).report;
  expect(processes.map(({ pid, calls }) => [pid, calls])).toEqual([[50, 2]]);
  expect(doubtful).toEqual([]);
});

it('reads logs of strace 4', () => {
  const log = [
    'Process 8 attached',
    '[pid     8] 12:00:00.000100 <... futex resumed> )       = 0 <0.000010>',
    '[pid     8] 12:00:00.000200 open("/etc/passwd", O_RDONLY) = 3 <0.000005>',
    '[pid     8] 12:00:00.000300 SYS_317(0x1, 0, 0) = -1 ENOSYS (Function not implemented)',
    '[pid     8] 12:00:00.000400 --- SIGCHLD (Child exited) @ 0 (0) ---',
    '[pid     8] 12:00:00.000500 exit_group(0)        = ?',
    'Process 8 detached',
    '',
  ].join('\n');
  expect(classesOf(log)).toEqual('chatter resumed call call signal call chatter'.split(' '));
});

it('says that a last line without an end is cut', () => {
  expect(classesOf(`${CALL}\nclock_nanosleep(CLOCK_REALTIME, 0, `)).toEqual(['call', 'cut']);
  expect(classesOf(`${CALL}\nread(3, "abc`)).toEqual(['call', 'cut']);
  expect(classesOf(`${CALL}\nread(3, "abc", 4) =`)).toEqual(['call', 'cut']);
});

it('goes on over midnight', () => {
  const log = '23:59:59.999900 getpid() = 1 <0.000000>\n00:00:00.000100 getpid() = 1 <0.000000>\n';
  expect(importLog(log).report.span).toBeCloseTo(0.0002, 9);
});

it('takes the number of a process from the name of a -ff file', () => {
  const importer = createImporter();
  for (const name of ['trace.81', 'trace.82']) {
    importer.beginFile(name);
    importer.push(encodeText(`1795408835.488964 ${CALL}\n`));
  }
  const imported = importer.finish();
  expect(imported.ok && imported.value.report.processes.map(({ pid }) => pid)).toEqual([81, 82]);
});

it('does not count the time in which a process is stopped', () => {
  const log = [
    stamped(0, 'getpid() = 5 <0.000001>'),
    stamped(101, 'getpid() = 5 <0.000001>'),
    stamped(102, '--- stopped by SIGSTOP ---'),
    stamped(900_000, '--- SIGCONT {si_signo=SIGCONT} ---'),
    stamped(900_100, 'getpid() = 5 <0.000001>'),
    '',
  ].join('\n');
  const { timing } = profileOf(log, { floor: 0 });
  expect(timing.before).toBeCloseTo(200_000, -1);
});
