import { globSync, readFileSync, writeFileSync } from 'node:fs'
import t from 'tap'
import { copyOfTree } from './copy.ts'

const description = 'test/fixtures/scaffold/gardens.yaml'
const program = 'scripts/scaffold/main.ts'
const copy = copyOfTree(t)
const scaffold = (...words: readonly string[]) => copy.run(program, ...words)

const plots = await scaffold('garden_plots', '--area', 'content', '--from', description)
const trays = await scaffold('seed_trays', '--area', 'content', '--from', description)
const gnomes = await scaffold('gnomes', '--area', 'content', '--from', description)
const cans = await scaffold('watering_cans', '--area', 'content', '--from', description)
const harvests = await scaffold('harvests', '--area', 'content', '--from', description)
const weather = await scaffold('weather', '--area', 'content', '--from', description)

const stored = 'garden-plots,seed-trays,gnomes,watering-cans,harvests'
/** The new files of all resources, by their paths. */
const written = globSync(
  [
    `server/resources/content/{${stored},weather}/*.ts`,
    `test/resources/content/{${stored},weather}/*.ts`,
    'test/rules/garden-plots*.ts',
    `migrations/*_{${stored.replaceAll('-', '_')}}.sql`,
  ],
  { cwd: copy.at('.') },
).toSorted()
const read = (path: string): string => readFileSync(copy.at(path), 'utf8')

/** The type check, which takes as long as all else and runs beside it: on one core, since several would repeat work. */
const documented = 'scripts/openapi/generated-document.ts' // declares what Swagger adds to the types of routes
const config = { extends: './tsconfig.json', include: [documented, ...written.filter((path) => /ts$/.test(path))] }
writeFileSync(copy.at('tsconfig.written.json'), JSON.stringify(config))
const types = copy.run(
  'node_modules/typescript/bin/tsc',
  '--singleThreaded',
  '--noEmit',
  '--project',
  'tsconfig.written.json',
)

t.test('a description becomes the files of a resource, which the program lists', async (t) => {
  const programs = [plots, trays, gnomes, cans, harvests, weather]
  const output = programs.map(({ stdout }) => stdout).join('')
  for (const { status, stderr } of programs) t.equal(status, 0, stderr)
  t.equal(written.length, 60)
  for (const path of written) t.match(output, `${path}: ${read(path).split('\n').length - 1} lines`)
  t.match(plots.stdout, 'Not written, since no template covers it: garden_plots/water')
})

const tests = [
  ...written.filter((path) => path.endsWith('.test.ts')),
  'test/contract/resources.test.ts',
  'test/contract/architecture.test.ts',
]
t.test('the tests that were written pass, and those of every resource pass with the new ones', async (t) => {
  writeFileSync(copy.at('test/all.ts'), tests.map((path) => `await import('../${path}')`).join('\n'))
  const { status, stdout, stderr } = await copy.run('test/all.ts')
  const failed = stdout.split('\n').filter((line) => line.includes('not ok'))
  t.equal(status, 0, failed.join('\n') + stderr)
  t.match(stdout, /# \{ total: [1-9]\d\d/)
})

t.test('what a person must still decide is refused until it is decided', async (t) => {
  const { status, stdout } = await copy.run('test/contract/decided.test.ts')
  t.not(status, 0)
  t.match(stdout, 'server/resources/content/garden-plots/schema.ts')
})

t.test('names, limits, values and nullability are those of the description', async (t) => {
  const schema = read('server/resources/content/garden-plots/schema.ts')
  for (const part of [
    'name: text(80)',
    "soil: z.enum(['CLAY', 'SAND'])",
    'soil: sent.soil.nullish()',
    'code: idMatching(/^[A-Z]{2}$/)',
    'area: z.int().min(1).max(5000)',
    'beds: z.array(Bed).max(3)',
    'extra: boundedJson(z.record(z.string(), LongText))',
    "PlotStatus = z.enum(['DUG', 'SOWN', 'FALLOW'])",
    'garden_plot_ids: listOf(Id, { min: 1, max: 250 })',
    "'x-default': ['DUG']",
  ]) {
    t.ok(schema.includes(part), part)
  }
  t.match(read('server/resources/content/garden-plots/resource.ts'), "'garden_plots/update': { maxItems: 20 }")
  t.match(read('server/resources/content/garden-plots/resource.ts'), "idRange('garden_plot', 4_567_800_000_000n)")
  t.match(read('server/resources/content/seed-trays/entity.ts'), 'rows: item.rows ?? 4')
})

t.test('no sentence of the description is in what is written', async (t) => {
  for (const path of written) t.notMatch(read(path), 'Prose of the description', path)
})

t.test('operations that only read get a function each, and others answer 501 until a person writes them', async (t) => {
  t.match(weather, { status: 0, stdout: 'Nothing is stored, since What is read has no id.' })
  t.match(weather, { stdout: 'Answers 501 until it is written: weather/order' })
  t.match(read('server/resources/content/weather/schema.ts'), "sky: z.enum(['CLEAR', 'GREY'])")
  const [compute, routes] = ['compute', 'routes'].map((name) => read(`server/resources/content/weather/${name}.ts`))
  t.match(compute, /weatherGet = .*: WeatherGetAnswer =>\n {2}\/\/ TODO\(decide\): what it answers/)
  t.match(routes, 'JSON.stringify(weatherGet(query))')
  t.match(routes, "throw new ApiError('request.not-built', { detail: 'weather/order' })")
})

t.test('a resource has the operations that are named, whatever their ids begin with', async (t) => {
  const named = await scaffold('skies', '--area', 'content', '--operations', 'weather/nothing', '--from', description)
  t.match(named, { status: 1, stderr: 'The description has no operation weather/nothing' })
  const again = await scaffold('skies', '--area', 'content', '--operations', 'weather/get', '--from', description)
  t.match(again, { status: 1, stderr: 'Nothing is written, since a resource has already weather/get' })
})

t.test('a filter that no template knows is left to a person, by its name', async (t) => {
  t.match(read('server/resources/content/garden-plots/routes.ts'), '// TODO(decide): narrow the list by is_sunny.')
})

t.test('what is written is typed, formatted, and no longer than our files are', async (t) => {
  t.strictSame(await types, { status: 0, stdout: '', stderr: '' })
  const biome = ['check', '--error-on-warnings', '--vcs-enabled=false', ...written.filter((path) => /ts$/.test(path))]
  t.match(await copy.run('node_modules/@biomejs/biome/bin/biome', ...biome, 'server/seeds/small.json'), { status: 0 })
  for (const path of written) t.ok(read(path).split('\n').length <= 151, path)
})
