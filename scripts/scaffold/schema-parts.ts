import { markedDescription } from './mark.ts'
import type { ZodWriter } from './zod-text.ts'

/** Returns the schemas of parts; an object has its name in the document, and needs a description there. */
export const declaredText = ({ declared }: ZodWriter): readonly string[] =>
  [...declared].map(([name, zod]) =>
    /^z\.(strictObject|object)\(/.test(zod)
      ? `const ${name} = ${zod}.meta({ id: '${name}', ${markedDescription(`a ${name}`)} })`
      : `${zod.length > 100 ? '// biome-ignore format: a table\n' : ''}const ${name} = ${wrapped(zod)}`,
  )

/** Returns the source of a long list of values in lines. */
const wrapped = (zod: string): string =>
  zod.length > 100
    ? zod
        .replaceAll(/(.{80,110}?,) /g, '$1\n  ')
        .replace(/\[/, '[\n  ')
        .replace(/,?\]\)$/, ',\n])')
    : zod

/** What schemas are made of. */
export const fieldImports = {
  zod: ['z'],
  '#server/domain/ids.ts': ['idOf'],
  '#server/http/responses/pagination.ts': ['Order', 'pageOf', 'pageQuery'],
  '#server/http/schema/fields.ts': [
    ...['AdAccountPath', 'actorQuery', 'boundedJson', 'Id', 'idMatching', 'LongId', 'LongText', 'text'],
    ...['EntityStatus', 'UnixTime'],
  ],
  '#server/http/schema/query-fields.ts': ['listOf', 'QueryBoolean', 'queryInteger', 'requiredListOf'],
  '#server/resources/accounts/ad-accounts/values.ts': ['countries', 'currencies'],
}
