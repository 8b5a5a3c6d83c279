import { globSync, readFileSync } from 'node:fs'
import t from 'tap'
import { sharedSentences, textsIn } from '#scripts/openapi/texts.ts'

const root = new URL('../..', import.meta.url).pathname

/** Folders that are clean, and stay so. */
const cleanFolders = [
  'db',
  'server',
  'openapi',
  'scripts',
  'bench',
  'test/faults',
  'test/fixtures',
  'test/library',
  'test/plugins',
  'test/recorded',
  'test/resources',
  'test/rules',
  'test/runner',
  'test/seeds',
  'test/support',
]

/** Comments, but not the `//` of a URL. */
const comment = /\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm

/** Words that hide who does something, and `such` where it stands for a noun. */
const riddle =
  /\b(?:told|given|asked)\b|\b(?:as|none) such\b|\bsuch(?= (?:is|are|was|were|has|have|that|which)\b|[,.;:)]|$)/gi

/** The same as names, where variables, parameters and properties are declared. */
const declaration =
  /(?:\b(?:const|let|function|readonly) |[([{,]\s*|^\s+)#?(told|given|asked|begun|unmade|blackout)(?=\s*(?:[(,:=?)}\]]|of\b))/gm

const riddlesIn = (text: string): readonly string[] => [
  ...[...text.matchAll(comment)].flatMap(([found]) => found.match(riddle) ?? []),
  ...[...text.replaceAll(comment, '').matchAll(declaration)].map(([, name = '']) => name),
]

for (const folder of cleanFolders) {
  t.test(`comments and names of ${folder} say who does what`, async (t) => {
    const files = globSync(`${folder}/**/*.{ts,js}`, { cwd: root }).filter(
      (file) => !/node_modules|\/generated\//.test(file),
    )
    t.not(files.length, 0, 'there is something to check')
    const found = files.flatMap((file) =>
      riddlesIn(readFileSync(`${root}${file}`, 'utf8')).map((word) => `${file}: ${word}`),
    )
    t.same(found, [])
  })
}

const examples: readonly (readonly [text: string, riddles: readonly string[]])[] = [
  ['/** What it was told. */', ['told']],
  ['/**\n * The asked\n * and the given.\n */', ['asked', 'given']],
  ['work() // Shown as such.', ['as such']],
  ['/** The name of such that exists. */', ['such']],
  ['const { id, given } = options', ['given']],
  ['function answer(asked: string) {}', ['asked']],
  ['  #begun = 0', ['begun']],
  ['/** Returns the campaigns of such an account, for example. */', []],
  ["const url = 'https://example.com/told'", []],
  ["const message = 'The code as it was given, or told.'", []],
]

for (const [text, riddles] of examples) {
  t.test(`in ${JSON.stringify(text)} the check finds ${riddles.join(', ') || 'nothing'}`, async (t) => {
    t.same(riddlesIn(text), riddles)
  })
}

/** Openings that leave out what a text is about: `Whose audiences …`, `Only these.`, `Of a promotion`. */
const fragment =
  /^(?:What|Who|Whom|Whose|How|Where|When|Which|Why|Also|Only|Its?|They|Those|These|By|Of|With|Without|As|In|From|To|Or)\b/

/** What is unclear about a text of a document; undefined where nothing is. */
const unclear = (text: string): string | undefined => text.match(riddle)?.[0] ?? text.match(fragment)?.[0]

for (const name of ['openapi.json', 'control.json', 'seed.schema.json']) {
  t.test(`every text of ${name} says what it describes`, async (t) => {
    const texts = [...new Set(textsIn(JSON.parse(readFileSync(`${root}openapi/${name}`, 'utf8'))))]
    t.ok(texts.length > 20)
    t.same(
      texts.filter((text) => unclear(text) !== undefined),
      [],
      'a noun or a verb begins a text: "Maximum number of items", "Returns a page of the campaigns", "Whether …"',
    )
  })
}

for (const [text, found] of [
  ['Whose audiences are told.', 'told'],
  ['Whose audiences are listed.', 'Whose'],
  ['Only these.', 'Only'],
  ['Of a promotion that is shown, too.', 'Of'],
  ['By which the event is known from others.', 'By'],
  ['Returns only campaigns with these ids.', undefined],
  ['Office of the advertiser.', undefined],
  ['Whether deleted tags are excluded.', undefined],
] as const) {
  t.test(`the text "${text}" ${found === undefined ? 'is clear' : `is unclear by "${found}"`}`, async (t) => {
    t.equal(unclear(text), found)
  })
}

t.test('texts are summaries and descriptions, and not examples, values or properties of these names', async (t) => {
  const document = {
    info: { description: 'A' },
    paths: { '/x': { get: { summary: 'B', parameters: [{ description: 'C', example: { description: 'no' } }] } } },
    components: { schemas: { X: { properties: { description: { description: 'D', enum: ['no'] } } } } },
  }
  t.same([...textsIn(document)], ['A', 'B', 'C', 'D'])
})

t.test('a sentence that two documents share is found, and a name of a few words is none', async (t) => {
  const here = {
    a: { description: 'Ours alone. The status of the entity, after the call.' },
    b: { summary: 'List ads' },
  }
  const there = { c: { description: 'The status of the entity after the call!' }, d: { summary: 'List ads' } }
  t.same(sharedSentences(here, there), ['the status of the entity after the call'])
})
