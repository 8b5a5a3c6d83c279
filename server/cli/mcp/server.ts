import {
  fromJsonSchema,
  type JsonSchemaValidator,
  type jsonSchemaValidator,
  McpServer,
} from '@modelcontextprotocol/server'
import type { MockWorld } from '#server/library/mock-world.ts'
import { version } from '#server/version.ts'
import { changeTools } from './change-tools.ts'
import { controlSchemas } from './control-schemas.ts'
import { pages, readPage } from './docs.ts'
import { readTools } from './read-tools.ts'
import { type Arguments, type Group, type Tool, text } from './tool.ts'

/** What an MCP server speaks for. */
export interface McpOptions {
  /** The default world of the mock. */
  readonly world: MockWorld
  /** The groups of tools that may change something. */
  readonly allow: readonly Group[]
}

/** Test control validates arguments, and its messages name the nearest valid field; a second validator would hide them. */
const anything: jsonSchemaValidator = {
  getValidator:
    <Value>(): JsonSchemaValidator<Value> =>
    (input) => ({ valid: true, data: input as Value, errorMessage: undefined }),
}

const inWorld = { world: text('The name of a world; the default one when absent.') }

/** Returns a server of the Model Context Protocol, whose tools read a mock, and change what is allowed. */
export async function mcpServer({ world, allow }: McpOptions): Promise<McpServer> {
  const server = new McpServer(
    { name: 'pinterest-ads-mock', title: 'A mock of the Pinterest Ads API', version },
    { instructions: instructionsFor(world, allow) },
  )
  const schema = await controlSchemas()
  for (const tool of readTools(schema)) addTool(server, world, tool)
  for (const tool of changeTools(schema)) {
    if (tool.group !== undefined && allow.includes(tool.group)) addTool(server, world, tool)
  }
  for (const { path, title } of pages()) {
    server.registerResource(path, `docs:///${path}`, { title, mimeType: 'text/markdown' }, (uri) => ({
      contents: [{ uri: uri.href, mimeType: 'text/markdown', text: readPage(path) }],
    }))
  }
  return server
}

function addTool(server: McpServer, world: MockWorld, tool: Tool): void {
  const { name, title, description, properties, required = [], group, isDestructive = false, call } = tool
  const inputSchema = fromJsonSchema<Arguments>(
    { type: 'object', properties: { ...properties, ...inWorld }, required: [...required] },
    anything,
  )
  const annotations = { readOnlyHint: group === undefined, destructiveHint: isDestructive, openWorldHint: false }
  server.registerTool(name, { title, description, inputSchema, annotations }, async (args: Arguments) => {
    try {
      const { world: name, ...own } = args ?? {}
      const missing = required.filter((field) => own[field] === undefined)
      if (missing.length > 0) throw new Error(`${missing.join(', ')} must be passed.`)
      return {
        content: [{ type: 'text', text: textOf(await call(name === undefined ? world : world.world(name), own)) }],
      }
    } catch (error) {
      return {
        isError: true,
        content: [{ type: 'text', text: error instanceof Error ? error.message : String(error) }],
      }
    }
  })
}

const textOf = (result: unknown): string =>
  typeof result === 'string' ? result : JSON.stringify(result ?? { done: true }, undefined, 1)

function instructionsFor({ baseUrl, token }: MockWorld, allow: readonly Group[]): string {
  const changes =
    allow.length === 0
      ? 'These tools only read; the user allows changes by --allow.'
      : `These tools may change: ${allow.join(', ')}.`
  return [
    'A local, stateful mock of the Pinterest Ads API v5, for developing and testing a client without Pinterest.',
    `The client under test uses the base URL ${baseUrl} and the bearer token ${token}.`,
    'When a call was refused, `why` says by which rule and what would have passed. `search_docs` finds how to test what.',
    changes,
  ].join('\n')
}
