import { readFileSync, writeFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { type Description, operationsIn } from '#openapi/description.ts'
import { operations } from '#openapi/operations.ts'
import { addControl } from '#server/control/index.ts'
import { RuleEngine } from '#server/domain/rules/rule.ts'
import { apiDocument, controlDocument } from '#server/plugins/docs.ts'
import { describedResources } from '#server/registry/described-resources.ts'
import { ruleCatalog } from '#server/registry/rule-catalog.ts'
import { seededImage } from '#server/seeds/image.ts'
import { seedJsonSchema } from '#server/seeds/json-schema.ts'
import { WorldRegistry } from '#server/worlds/world-registry.ts'
import { recordedDifferences, recordings } from './recordings.ts'
import { coveragePage } from './report-coverage.ts'
import { factsPage } from './report-facts.ts'
import { rulesPage } from './report-rules.ts'

/** The files that are generated, by name, with the text that each should have. */
export async function generatedFiles(): Promise<Readonly<Record<string, string>>> {
  const document = (await apiDocument(describedResources)) as Description
  return {
    'openapi.json': `${JSON.stringify(document, null, 2)}\n`,
    'control.json': `${JSON.stringify(await controlDocument(addAllControl), null, 2)}\n`,
    'RULES.md': rulesPage(ruleCatalog(new RuleEngine())),
    'FACTS.md': factsPage(),
    'seed.schema.json': `${JSON.stringify(seedJsonSchema(), null, 2)}\n`,
    'COVERAGE.md': coveragePage({
      operations,
      built: new Set(operationsIn(document).keys()),
      recordings,
      meant: recordedDifferences,
    }),
  }
}

const addAllControl = async (api: FastifyInstance): Promise<void> => {
  const worlds = new WorldRegistry({ image: seededImage('empty') })
  addControl(api, { worlds, about: {}, isBuilt: () => true })
}

/** The names of the generated files that do not say what they should. */
export const staleFiles = (files: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(files)
    .filter(([name, text]) => textOf(name) !== text)
    .map(([name]) => name)

const place = (name: string): URL => new URL(`../../openapi/${name}`, import.meta.url)

function textOf(name: string): string | undefined {
  try {
    return readFileSync(place(name), 'utf8')
  } catch {
    return undefined
  }
}

if (import.meta.main) {
  const files = await generatedFiles()
  const stale = staleFiles(files)
  if (process.argv.includes('--check')) {
    for (const name of stale) console.error(`openapi/${name} is stale: npm run report`)
    process.exitCode = stale.length > 0 ? 1 : 0
  } else {
    for (const name of stale) writeFileSync(place(name), files[name] ?? '')
    console.log(stale.length > 0 ? `Written: ${stale.join(', ')}` : 'Everything is fresh.')
  }
}
