import { readFile, stat } from 'node:fs/promises'
import { UsageError } from '#server/config/usage-error.ts'
import { withoutByteOrderMark } from '#server/domain/byte-order-mark.ts'
import { isObject, type JsonObject } from '#server/domain/json-object.ts'
import { isTooDeep } from '#server/http/parsing/json-depth.ts'
import { SeedError } from '#server/seeds/errors.ts'
import { languageOf, readSeed } from '#server/seeds/parse.ts'
import { checkReferences, valueAtReference } from './references.ts'

/** The most bytes of a description, and how deeply its lists and objects may be nested. */
const [mostBytes, mostDepth] = [64 * 2 ** 20, 200]

/** An OpenAPI description that was read from a file and refers to nothing outside itself. */
export interface Description {
  readonly content: JsonObject
  /** The version of the API that it describes, as it says. */
  readonly version: string
  /** Returns what a value refers to by `$ref`; any other value as it is. */
  readonly resolve: (value: unknown) => unknown
}

/**
 * Reads an OpenAPI description, JSON or YAML. Nothing is fetched.
 *
 * @throws UsageError for a file that cannot be read, is no description of OpenAPI 3, or refers outside itself.
 */
export async function readDescription(path: string): Promise<Description> {
  const content = parsed(await textOf(path), path)
  const { openapi, info, paths } = content
  if (typeof openapi !== 'string' || !/^3\.[01]\.\d/.test(openapi)) {
    const found = openapi ?? content.swagger
    throw refused(path, `is no description of OpenAPI 3.0 or 3.1${found === undefined ? '' : `, but of ${found}`}.`)
  }
  if (!isObject(paths)) throw refused(path, 'has no paths.')
  const reason = checkReferences(content)
  if (reason !== undefined) throw refused(path, reason)
  const version = isObject(info) ? String(info.version ?? '') : ''
  return { content, version, resolve: (value) => valueAtReference(content, value) }
}

/** Returns the error for a description that cannot be used. */
export const refused = (path: string, reason: string): UsageError => new UsageError(`--contract: ${path} ${reason}`)

async function textOf(path: string): Promise<string> {
  try {
    const { size } = await stat(path)
    if (size > mostBytes) throw refused(path, `has ${size} bytes; at most ${mostBytes} are read.`)
    return withoutByteOrderMark(await readFile(path, 'utf8'))
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`--contract cannot be read: ${error instanceof Error ? error.message : error}`)
  }
}

function parsed(text: string, path: string): JsonObject {
  const language = languageOf(path)
  if (language === 'json' && isTooDeep(text, mostDepth)) {
    throw refused(path, `has more than ${mostDepth} lists and objects in each other.`)
  }
  try {
    const { content } = readSeed({ name: path, text, language })
    if (isObject(content)) return content
  } catch (error) {
    if (error instanceof SeedError) throw new UsageError(`--contract: ${error.message}`)
    throw error
  }
  throw refused(path, 'is no description of OpenAPI: it has no object at its top.')
}
