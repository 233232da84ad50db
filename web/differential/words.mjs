const WORDS = [
  'samen',
  ' ',
  'de bus',
  'é',
  '👩‍🌾',
  'wij',
  'x',
  'Regionale fietsroute',
  'ß',
  'ja, en',
  '中文',
  '…',
];

/** Something that somebody types. */
export const words = (random) => random.of(WORDS);
