import { describe, expect, it } from 'vitest';

import { parseHighlight } from './highlight.ts';

describe('a highlight', () => {
  it.each([
    ['replica:1', { kind: 'replica', index: 1 }],
    ['core:11', { kind: 'core', index: 11 }],
    ['message:CALL', { kind: 'message', message: 'CALL' }],
    ['part:signalIn', { kind: 'part', part: 'signalIn' }],
    ['span:polling', { kind: 'span', style: 'polling' }],
    ['stage:compare', { kind: 'stage', stage: 'compare' }],
    ['panel:overhead', { kind: 'panel', panel: 'overhead' }],
    ['bar:ipc-3', { kind: 'bar', method: 'ipc', replicas: 3 }],
    ['term:rcb', { kind: 'term', term: 'rcb' }],
  ])('%s names a thing of the page', (text, highlight) => {
    expect(parseHighlight(text)).toEqual({ ok: true, value: highlight });
  });

  it.each([
    ['replica', /must be kind:name/],
    ['replicas:1', /did you mean "replica"/],
    ['replica:7', /a number from 0 to 6/],
    ['core:-1', /a number from 0 to 63/],
    ['stage:compar', /did you mean "compare"/],
    ['bar:ipc', /such as bar:ipc-3/],
    ['bar:ipcs-3', /such as bar:ipc-3/],
    ['constructor:x', /must be kind:name/],
  ])('%s is refused with what there is instead', (text, message) => {
    expect(parseHighlight(text)).toEqual({
      ok: false,
      error: expect.stringMatching(message) as string,
    });
  });
});
