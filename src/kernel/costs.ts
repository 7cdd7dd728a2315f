import { msg } from '../base/language.ts';

/**
 * Every modelled latency of the kernel, in cycles at 2.6 GHz unless `unit` says otherwise.
 *
 * Nearly all are inferred: no cross-core IPC, IPI or migration figure for Fiasco.OC on a
 * Westmere-class machine was ever published. Each row says on what it rests, and users see it.
 */

/** How well a value is supported; messages. */
export const SOURCE_MARKS = [
  msg('slides'),
  msg('paper'),
  msg('source code'),
  msg('measured'),
  msg('inferred'),
] as const;
export type SourceMark = (typeof SOURCE_MARKS)[number];

export interface CostParameter {
  /** One sentence part that names what the cost is for. It, unit, basis and source are messages. */
  readonly title: string;
  readonly value: number;
  /** Plausible range, inclusive; values outside are allowed but marked. */
  readonly range: readonly [number, number];
  readonly unit: 'cycles' | 'lines' | 'bytes per cycle';
  readonly basis: string;
  readonly source: SourceMark;
}

const inferred = (
  title: string,
  value: number,
  range: readonly [number, number],
  basis: string,
): CostParameter => ({ title, value, range, unit: 'cycles', basis, source: 'inferred' });

/** The table: name to value, plausible range, unit, basis and source mark. */
export const COST_PARAMETERS = {
  trap_entry: inferred(
    msg('replica trap to upcall in the Romain address space'),
    900,
    [600, 1500],
    msg(
      'exception, state save and CR3 switch without PCID on Westmere; scaled from the null system call and IPC times on l4re.org',
    ),
  ),
  vcpu_resume: inferred(
    msg('return of the vCPU to the replica'),
    900,
    [600, 1500],
    msg('kernel entry, CR3 switch and iret'),
  ),
  gdt_set: inferred(
    msg('GDT update before each resume'),
    250,
    [150, 400],
    msg(
      'class of a null system call (64-222 cycles on modern cores); made on every resume in the 2012 source',
    ),
  ),
  csum: inferred(
    msg('sum of seven registers of one replica'),
    60,
    [30, 100],
    msg('seven loads, six additions and log checks'),
  ),
  state_lines: {
    title: msg('cache lines of vCPU state fetched per checksum'),
    value: 4,
    range: [2, 6],
    unit: msg('lines'),
    basis: msg('size of the vCPU state divided by 64 bytes'),
    source: msg('inferred'),
  },
  line_local: {
    title: msg('cache line modified in a core of the same socket'),
    value: 75,
    range: [65, 110],
    unit: msg('cycles'),
    basis: msg('Intel Xeon 5500 analysis guide: modified line in another core about 75 cycles'),
    source: msg('paper'),
  },
  line_remote: {
    title: msg('cache line held by the other socket'),
    value: 300,
    range: [186, 400],
    unit: msg('cycles'),
    basis: msg(
      'Nehalem remote last-level cache 186 cycles (Majo & Gross); remote L3 100-300 (Intel guide)',
    ),
    source: msg('paper'),
  },
  observer_dispatch: inferred(
    msg('walk along the observer chain'),
    400,
    [200, 800],
    msg('chain of virtual calls, eight observers in the 2012 source'),
  ),
  pf_handle: inferred(
    msg('resolve one page fault'),
    2200,
    [1500, 3500],
    msg('region lookup, task_map system call and mapping database'),
  ),
  put: inferred(
    msg('leader stores its state'),
    200,
    [100, 400],
    msg('18 registers and a 512-byte UTCB'),
  ),
  get: inferred(
    msg('replica takes over the state'),
    200,
    [100, 400],
    msg('18 registers and a 512-byte UTCB'),
  ),
  utcb_copy: inferred(
    msg('copy one UTCB, four times per proxied call'),
    60,
    [40, 120],
    msg('512 bytes in the L1 cache'),
  ),
  server_time: inferred(
    msg('server side of a proxied system call'),
    300,
    [100, 1000],
    msg('native_sys less ipc_entry, so that a proxied call never costs less than a native one'),
  ),
  ipc_entry: inferred(
    msg('kernel entry of an IPC'),
    500,
    [300, 800],
    msg('half of an IPC between address spaces'),
  ),
  ctx_switch: inferred(
    msg('thread switch within an address space'),
    400,
    [200, 700],
    msg('class of an IPC within an address space (173-664 cycles on l4re.org)'),
  ),
  ipi_send: inferred(
    msg('send an inter-processor interrupt'),
    150,
    [100, 300],
    msg('write to the xAPIC ICR'),
  ),
  ipi_latency: inferred(
    msg('flight and delivery of an IPI'),
    500,
    [400, 1600],
    msg('round trips of 2600-7800 cycles in the literature include the handlers'),
  ),
  ipi_remote: inferred(
    msg('additional flight of an IPI to the other socket'),
    225,
    [0, 600],
    msg('line_remote less line_local: one hop of the socket interconnect'),
  ),
  ipi_handler: inferred(
    msg('IPI handler'),
    400,
    [300, 900],
    msg('entry, end of interrupt, scan of the queues'),
  ),
  drq: inferred(
    msg('remote request (DRQ)'),
    250,
    [150, 500],
    msg('queue lock and execution of the request'),
  ),
  irq_trigger: inferred(
    msg('trigger an IRQ object'),
    450,
    [300, 700],
    msg('system call and enqueue'),
  ),
  mig_src: inferred(
    msg('leave a core by run_thread'),
    1100,
    [700, 2000],
    msg(
      'run_thread system call, spill of 512 bytes of FPU state, switch to the kernel context, dequeue',
    ),
  ),
  mig_dst: inferred(msg('enter a core by migration'), 700, [400, 1200], msg('enqueue and switch')),
  cold_cache: inferred(
    msg('refetch of stack, vCPU state and UTCB after migration'),
    2200,
    [1000, 4000],
    msg(
      'about 10-30 cache lines; charged once shared among the arrivals, half again before the vote, half per return',
    ),
  ),
  idle_wake: inferred(
    msg('leave the halted state'),
    0,
    [0, 2500],
    msg('C1/hlt wake-up; not measured'),
  ),
  poll_period: inferred(
    msg('one poll: load and yield system call'),
    350,
    [200, 600],
    msg('one kernel entry per poll'),
  ),
  mutex: inferred(
    msg('barrier mutex'),
    120,
    [50, 300],
    msg('uncontended lock and one line transfer'),
  ),
  store: inferred(
    msg('store to a line owned by another core'),
    100,
    [50, 300],
    msg('request for ownership; the slots share one line'),
  ),
  skew_sigma: inferred(
    msg('spread of arrivals: each segment of a replica takes |N(0, sigma)| cycles longer'),
    300,
    [100, 1500],
    msg('upper guard 3000 for susan from a comment in the 2015 source'),
  ),
  native_pf: inferred(
    msg('page fault of a plain L4 application'),
    2600,
    [2000, 4000],
    msg('pager IPC to the region mapper'),
  ),
  native_sys: inferred(
    msg('system call or IPC of a plain L4 application'),
    800,
    [500, 1500],
    msg('one same-core IPC'),
  ),
  memcpy_bw: {
    title: msg('memory copy bandwidth'),
    value: 3.5,
    range: [2, 4],
    unit: msg('bytes per cycle'),
    basis: msg('9283 MB/s, one thread, X5660'),
    source: msg('paper'),
  },
  mmio: inferred(
    msg('one access to a device register'),
    650,
    [100, 2600],
    msg(
      'uncached: reading a PCI Express register takes a round trip of about 250 ns to 1 us, a posted write less',
    ),
  ),
  mmio_emulate: inferred(
    msg('decode and emulate one access to a device register'),
    1000,
    [500, 3000],
    msg(
      'fetch and decode one instruction of the replica, put the result into its saved state; the 2012 source emulates writes to shared memory so',
    ),
  ),
  time_slice: {
    title: msg('turn of a replica on a core that applications share'),
    value: 26_000_000,
    range: [2_600_000, 260_000_000],
    unit: msg('cycles'),
    basis: msg(
      'default of Fiasco.OC on x86: 10 ticks of 1 ms, round robin among threads of one priority; what is left is kept while a thread is blocked',
    ),
    source: msg('source code'),
  },
  core_switch: inferred(
    msg('switch between replicas of two applications on one core'),
    1500,
    [700, 4000],
    msg(
      'thread switch, CR3 switch without PCID, refetch of stack and vCPU state: ctx_switch and half of cold_cache',
    ),
  ),
} as const satisfies Record<string, CostParameter>;

/** Name of a cost parameter. */
export type CostName = keyof typeof COST_PARAMETERS;

/** All names, in table order (the order is part of the link format: append only). */
export const COST_NAMES = Object.keys(COST_PARAMETERS) as readonly CostName[];

/** A value for every parameter. */
export type Costs = Readonly<Record<CostName, number>>;

export interface CostPreset {
  readonly title: string;
  readonly why: string;
  readonly values: Partial<Costs>;
}

/** What-if assumptions about the hardware; each changes a few parameters of the table. */
export const COST_PRESETS = {
  'fast-ipi': {
    title: msg('fast IPI'),
    why: msg(
      'CRC32 as TMR stays below both published ceilings: 30 % for local handling, 60 % for the axis of slide 11',
    ),
    values: {},
  },
  'slow-ipi': {
    title: msg('slow IPI'),
    why: msg('upper part of the plausible range of inter-processor interrupts'),
    values: { ipi_latency: 1000, ipi_handler: 700, drq: 400 },
  },
  'remote-socket': {
    title: msg('remote socket'),
    why: msg('Fiasco core numbers need not follow sockets: every pair of cores is one hop apart'),
    values: { line_local: 300, ipi_latency: 725, store: 300 },
  },
  'halt-wake-up': {
    title: msg('halt wake-up'),
    why: msg('a halted core takes the upper end of the range to wake'),
    values: { idle_wake: 2500 },
  },
  'scc-like': {
    title: msg('SCC-like fast notification'),
    why: msg(
      'hardware wish-list: a message buffer as on the Intel SCC, 110 cycles for flight, handler and request',
    ),
    values: { ipi_latency: 50, ipi_handler: 40, drq: 20, ipi_remote: 10 },
  },
} as const satisfies Record<string, CostPreset>;

/** Name of a cost preset. */
export type CostPresetId = keyof typeof COST_PRESETS;

/** All preset names, in order (append only: links store the index). */
export const COST_PRESET_IDS = Object.keys(COST_PRESETS) as readonly CostPresetId[];

/** The table's defaults, changed by `preset` and then by `overrides`. */
export function resolveCosts(preset: CostPresetId, overrides: Partial<Costs> = {}): Costs {
  const values = {} as Record<CostName, number>;
  for (const name of COST_NAMES) values[name] = COST_PARAMETERS[name].value;
  return { ...values, ...COST_PRESETS[preset].values, ...overrides };
}
