/** Parts of Explore; the first one is what it comes with. Links name them, so none is ever renamed. */
export const EXPLORE_PARTS = [
  'sweep',
  'campaign',
  'watchmen',
  'claims',
  'scalability',
  'wish-list',
  'placement',
] as const;
export type ExplorePart = (typeof EXPLORE_PARTS)[number];
