/*
 * Apart from the table of values, whose words are long: whoever follows a wrong value needs the names
 * alone, and so does the first picture of the page.
 */

/** Every probability of the fault model, in table order (the order is part of the link format: append only). */
export const FLOW_NAMES = [
  'data_dies',
  'data_spreads',
  'data_stores',
  'data_argument',
  'data_trap',
  'data_crash',
  'data_hang',
  'pointer_dies',
  'pointer_spreads',
  'pointer_stores',
  'pointer_trap',
  'pointer_crash',
  'pointer_hang',
  'ip_dies',
  'ip_spreads',
  'ip_trap',
  'ip_crash',
  'ip_hang',
  'flags_dies',
  'flags_spreads',
  'flags_stores',
  'flags_trap',
  'flags_crash',
  'flags_hang',
  'utcb_dies',
  'page_dies',
  'page_spreads',
  'page_stores',
  'page_argument',
  'page_trap',
  'page_crash',
  'page_hang',
  'instr_dies',
  'instr_stores',
  'instr_trap',
  'instr_crash',
  'instr_hang',
  'rat_register',
  'kernel_dies',
  'kernel_state',
  'kernel_wild',
  'romain_dies',
  'romain_crash',
  'wild_unmapped',
] as const;

/** Name of a flow probability. */
export type FlowName = (typeof FLOW_NAMES)[number];

/** A value for every probability. */
export type Flow = Readonly<Record<FlowName, number>>;
