import { readFileSync, writeFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { type Description, operationsIn } from '#openapi/description.ts'
import { operations } from '#openapi/operations.ts'
import differences from '#openapi/version-5.23.json' with { type: 'json' }
import { addControl } from '#server/control/index.ts'
import { RuleEngine } from '#server/domain/rules/rule-engine.ts'
import { describedResources } from '#server/registry/described-resources.ts'
import { ruleCatalog } from '#server/registry/rule-catalog.ts'
import { seededImage } from '#server/seeds/image.ts'
import { seedJsonSchema } from '#server/seeds/json-schema.ts'
import { WorldRegistry } from '#server/worlds/world-registry.ts'
import { apiDocument, controlDocument } from './documents.ts'
import { recordedDifferences, recordings } from './recordings.ts'
import { assumptionsPage } from './report-assumptions.ts'
import { clientsPage } from './report-clients.ts'
import { controlPage } from './report-control.ts'
import { coveragePage } from './report-coverage.ts'
import { exitCodesPage } from './report-exit-codes.ts'
import { factsPage } from './report-facts.ts'
import { libraryPage } from './report-library.ts'
import { optionsPage } from './report-options.ts'
import { readmePage } from './report-readme.ts'
import { rulesPage } from './report-rules.ts'
import { seedPage } from './report-seed.ts'
import { typeFiles } from './report-types.ts'
import { versionsPage } from './report-versions.ts'

/** Generates the text of every generated file, by its path from the root. */
export async function generatedFiles(): Promise<Readonly<Record<string, string>>> {
  const document = (await apiDocument(describedResources)) as Description
  const control = (await controlDocument(addAllControl)) as Description
  const seeds = seedJsonSchema()
  const rules = ruleCatalog(new RuleEngine())
  const coverage = { operations, built: new Set(operationsIn(document).keys()), recordings, meant: recordedDifferences }
  return {
    'README.md': readmePage(coverage, rules),
    'openapi/openapi.json': jsonText(document),
    'openapi/control.json': jsonText(control),
    'openapi/seed.schema.json': jsonText(seeds),
    'docs/clients.md': clientsPage(),
    'docs/reference/api-versions.md': versionsPage(operations, differences),
    'docs/reference/assumptions.md': assumptionsPage(coverage, rules),
    'docs/reference/control-api.md': controlPage(control),
    'docs/reference/coverage.md': coveragePage(coverage),
    'docs/reference/exit-codes.md': exitCodesPage(),
    'docs/reference/facts.md': factsPage(),
    'docs/reference/library.md': libraryPage(control),
    'docs/reference/options.md': optionsPage(),
    'docs/reference/rules.md': rulesPage(rules),
    'docs/reference/seed-format.md': seedPage(seeds),
    ...typeFiles(control, seeds),
  }
}

const jsonText = (value: object): string => `${JSON.stringify(value, null, 2)}\n`

const addAllControl = async (api: FastifyInstance): Promise<void> => {
  const worlds = new WorldRegistry({ image: seededImage('empty') })
  addControl(api, { worlds, about: () => ({}), isImplemented: () => true })
}

/** Returns the paths of the generated files on disk that differ from their text. */
export const staleFiles = (files: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(files)
    .filter(([path, text]) => textOf(path) !== text)
    .map(([path]) => path)

const place = (path: string): URL => new URL(`../../${path}`, import.meta.url)

function textOf(path: string): string | undefined {
  try {
    return readFileSync(place(path), 'utf8')
  } catch {
    return undefined
  }
}

if (import.meta.main) {
  const files = await generatedFiles()
  const stale = staleFiles(files)
  if (process.argv.includes('--check')) {
    for (const path of stale) console.error(`${path} is stale: npm run report`)
    process.exitCode = stale.length > 0 ? 1 : 0
  } else {
    for (const path of stale) writeFileSync(place(path), files[path] ?? '')
    console.log(stale.length > 0 ? `Written: ${stale.join(', ')}` : 'Everything is fresh.')
  }
}
