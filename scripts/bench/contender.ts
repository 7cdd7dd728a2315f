/** Measures the contender named in the argument and prints its figures as JSON. */
import { CONTENDERS } from './contenders.ts';
import type { ContenderName } from './contenders.ts';

const name = process.argv[2] as ContenderName;
console.log(JSON.stringify(await CONTENDERS[name]()));
