import type { Description } from '#openapi/description.ts'
import { resources } from '#server/registry/resources.ts'
import { computedTestFile, computeFile } from './computed-files.ts'
import { entityFile } from './entity-file.ts'
import { exampleItem } from './examples.ts'
import { filtersOf } from './filters.ts'
import { plainResourceFile, plainRoutesFile, plainSchemaFile } from './plain-files.ts'
import type { PlainOperation } from './plain-plan.ts'
import type { Plan } from './plan.ts'
import { migrationFile, repositoryFile } from './repository-file.ts'
import { resourceFile } from './resource-file.ts'
import { routesFile } from './routes-file.ts'
import { caseFiles, hasExistenceRule, rulesFile } from './rules-files.ts'
import { schemaFile } from './schema-file.ts'
import { adminFile, seedFile } from './seed-files.ts'
import { serviceFile } from './service-file.ts'
import { literal } from './source.ts'
import { testFile } from './test-file.ts'

const describedTags = resources.flatMap(({ tags = {} }) => Object.keys(tags))

/** Returns every new file of a resource by its path. */
export function filesOf(plan: Plan, migrationNumber: number): Readonly<Record<string, string>> {
  const { names, area, description, create } = plan
  const folder = `server/resources/${area}/${names.folder}`
  const { text: schema, fields } = schemaFile(plan)
  const filters = filtersOf(plan, fields)
  const admin = adminFile(plan, fields)
  const resource = resourceFile(plan, {
    describedTags,
    hasAdmin: admin !== undefined,
    hasExistenceRule: hasExistenceRule(plan),
  })
  const item = literal(exampleItem(description, create))
  return {
    [`${folder}/resource.ts`]: resource,
    [`${folder}/schema.ts`]: schema,
    [`${folder}/routes.ts`]: routesFile(plan, filters),
    [`${folder}/service.ts`]: serviceFile(plan, fields),
    [`${folder}/entity.ts`]: entityFile(plan, fields),
    [`${folder}/rules.ts`]: rulesFile(plan),
    [`${folder}/repository.ts`]: repositoryFile(plan, filters),
    [`${folder}/seed.ts`]: seedFile(plan),
    ...(admin !== undefined && { [`${folder}/admin.ts`]: admin }),
    [`migrations/${String(migrationNumber).padStart(4, '0')}_${names.resource}.sql`]: migrationFile(plan, filters),
    [`test/resources/${area}/${names.folder}/${names.folder}.test.ts`]: testFile(plan, fields, filters),
    ...(hasExistenceRule(plan) && caseFiles(plan, item)),
  }
}

/** Returns every new file for operations of which no template covers what they do. */
export function plainFilesOf(
  description: Description,
  resource: string,
  area: string,
  operations: readonly PlainOperation[],
): Readonly<Record<string, string>> {
  const name = resource.replaceAll('_', '-')
  const folder = `server/resources/${area}/${name}`
  const computed = operations.filter(({ isComputed }) => isComputed)
  return {
    [`${folder}/resource.ts`]: plainResourceFile(resource, operations, describedTags),
    [`${folder}/schema.ts`]: plainSchemaFile(description, operations),
    [`${folder}/routes.ts`]: plainRoutesFile(resource, operations),
    ...(computed.length > 0 && {
      [`${folder}/compute.ts`]: computeFile(description, computed),
      [`test/resources/${area}/${name}/${name}.test.ts`]: computedTestFile(description, computed),
    }),
  }
}
