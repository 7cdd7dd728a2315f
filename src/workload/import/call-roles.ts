/**
 * What the importer reads out of a call. `local` calls are answered inside the program on L4Re (or
 * touch no other party); everything unnamed is `server`.
 */
export const CALL_ROLES = [
  'server',
  'local',
  'read',
  'pread',
  'receive',
  'write',
  'pwrite',
  'send',
  'open',
  'create',
  'openat',
  'close',
  'dup',
  'dup-to',
  'seek',
  'break',
  'map',
  'path',
  'path-at',
  'stat',
  'stat-at',
  'fork',
  'exec',
  'exit',
] as const;

export type CallRole = (typeof CALL_ROLES)[number];

const TABLE: Readonly<Record<Exclude<CallRole, 'server'>, string>> = {
  local:
    'getpid gettid getppid getuid geteuid getgid getegid getuid32 geteuid32 getgid32 getegid32 getresuid getresgid getgroups getpgrp getpgid getsid ' +
    'rt_sigaction rt_sigprocmask rt_sigreturn sigaction sigprocmask sigreturn sigaltstack ' +
    'arch_prctl prctl set_thread_area set_tid_address set_robust_list rseq prlimit64 getrlimit ugetrlimit setrlimit getrandom ' +
    'mprotect madvise munmap mremap uname sysinfo getrusage times umask personality ' +
    'clock_gettime clock_gettime64 clock_getres gettimeofday time getcpu sched_getaffinity sched_getparam sched_getscheduler ' +
    'fstat fstat64 fcntl fcntl64 ioctl fadvise64 fadvise64_64 getcwd membarrier',
  read: 'read readv',
  pread: 'pread64 preadv preadv2',
  receive: 'recvfrom recv recvmsg recvmmsg',
  write: 'write writev',
  pwrite: 'pwrite64 pwritev pwritev2',
  send: 'sendto send sendmsg sendmmsg sendfile sendfile64 splice tee vmsplice copy_file_range',
  open: 'open',
  create: 'creat',
  openat: 'openat openat2',
  close: 'close',
  dup: 'dup',
  'dup-to': 'dup2 dup3',
  seek: 'lseek _llseek',
  break: 'brk',
  map: 'mmap mmap2 old_mmap',
  path: 'access readlink mkdir rmdir unlink chmod chown lchown chdir statfs statfs64 truncate utime utimes getxattr lgetxattr rename link symlink',
  'path-at':
    'faccessat faccessat2 readlinkat mkdirat unlinkat fchmodat fchownat utimensat renameat renameat2',
  stat: 'stat lstat stat64 lstat64',
  'stat-at': 'newfstatat fstatat64 statx',
  fork: 'clone clone3 fork vfork',
  exec: 'execve execveat',
  exit: 'exit exit_group',
};

const ROLES = new Map<string, CallRole>(
  Object.entries(TABLE).flatMap(([role, names]) =>
    names.split(' ').map((name): [string, CallRole] => [name, role as CallRole]),
  ),
);

/** The role of the call named `name`. */
export function roleOf(name: string): CallRole {
  return ROLES.get(name) ?? 'server';
}

const BLOCKING = new Set(
  (
    'accept accept4 clock_nanosleep clock_nanosleep_time64 nanosleep connect epoll_pwait epoll_pwait2 epoll_wait ' +
    'flock fsync fdatasync sync futex futex_time64 futex_waitv io_getevents io_uring_enter mq_timedreceive mq_timedsend ' +
    'msgrcv msgsnd pause poll ppoll ppoll_time64 pselect6 pselect6_time64 select _newselect recv recvfrom recvmmsg recvmsg ' +
    'restart_syscall rt_sigsuspend rt_sigtimedwait rt_sigtimedwait_time64 semop semtimedop sigsuspend vfork wait4 waitid waitpid'
  ).split(' '),
);

/** May the call wait for something other than the processor? Reads wait when they are not of a file. */
export function mayBlock(name: string): boolean {
  return BLOCKING.has(name);
}

/** Which way payload goes that the return value counts, as an independent reader of logs counts it. */
export function payloadOf(name: string): 'in' | 'out' | null {
  if (/^(?:read|readv|pread64|preadv2?|recvfrom|recv)$/u.test(name)) return 'in';
  if (/^(?:write|writev|pwrite64|pwritev2?|sendto|send)$/u.test(name)) return 'out';
  return null;
}
