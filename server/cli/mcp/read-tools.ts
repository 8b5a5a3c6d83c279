import { pages, readPage, searchPages } from './docs.ts'
import { describeOperation, findOperations } from './operations.ts'
import { count, type JsonSchema, oneOf, type Tool, text } from './tool.ts'

/** How many of the latest calls a refused one is looked for in. */
const searched = 200

/** Returns the tools that only read. */
export const readTools = (schema: (name: string) => JsonSchema): readonly Tool[] => [
  {
    name: 'about',
    title: 'What this server is',
    description: 'Version, addresses and worlds of the mock, and how a client is pointed at a world.',
    properties: {},
    call: async (world) => ({
      client: { base_url: world.baseUrl, token: world.token, environment: world.env },
      ...(await world.about()),
    }),
  },
  {
    name: 'search_docs',
    title: 'Search the documentation',
    description: 'Parts of the pages about testing with the mock that have the words of the query.',
    properties: { query: text('Words, such as `rate limit fault`.') },
    required: ['query'],
    call: async (_world, { query }) => searchPages(String(query)),
  },
  {
    name: 'read_docs',
    title: 'Read a page of the documentation',
    description: 'A whole page by its path, or the list of pages.',
    properties: { page: text('Such as `guides/faults.md`; the list of pages when absent.') },
    async call(_world, { page }) {
      const all = pages()
      if (page === undefined) return all
      if (all.some(({ path }) => path === page)) return readPage(page)
      throw new Error(`There is no page ${page}. There are ${all.map(({ path }) => path).join(', ')}.`)
    },
  },
  {
    name: 'find_operations',
    title: 'Find operations of the API',
    description: 'Ids, methods and paths of the documented operations, and whether the mock implements them.',
    properties: { query: text('Words of the id or the path, such as `campaigns create`; all when absent.') },
    call: async (_world, { query }) => findOperations(query),
  },
  {
    name: 'describe_operation',
    title: 'Describe an operation',
    description: 'Parameters, body, response, scopes and rate category of an operation, and what can refuse it.',
    properties: { operation: text('An id such as `campaigns/create`.') },
    required: ['operation'],
    call: async (world, { operation }) => ({
      ...(await describeOperation(operation)),
      rules: await world.rules.list({ operation }),
    }),
  },
  {
    name: 'list_rules',
    title: 'List rules',
    description: 'Everything that can refuse a call, with its code, message, evidence and source.',
    properties: {
      operation: text('Only rules of this operation.'),
      evidence: oneOf(
        ['documented', 'observed', 'second-hand', 'assumed', 'observed by you'],
        'Only rules with this evidence.',
      ),
    },
    call: (world, filter) => world.rules.list(filter),
  },
  {
    name: 'why',
    title: 'Ask why a call was refused',
    description: 'For each refusal the rule, the field, what was sent, and what would have passed.',
    properties: {
      request_id: text('The `x-mock-request-id` of the response; the latest refused call when absent.'),
    },
    async call(world, { request_id }) {
      if (request_id !== undefined) return world.why(String(request_id))
      const latest = await world.requests.find({}, { limit: searched, order: 'DESCENDING' })
      const refused = latest.find(({ status, rules }) => rules.length > 0 || (status ?? 0) >= 400)
      if (refused === undefined) throw new Error(`None of the latest ${searched} calls to this world was refused.`)
      return world.why(refused)
    },
  },
  {
    name: 'list_requests',
    title: 'List calls',
    description: 'The latest calls to the API that match, as they were sent and answered. Credentials are blacked out.',
    properties: { match: schema('RequestMatch'), limit: count('How many; 20 when absent.') },
    call: (world, { match, limit = 20 }) => world.requests.find(match, limit),
  },
  {
    name: 'list_unmatched',
    title: 'List calls that matched no operation',
    description: 'Calls with a path or method that no operation has, with the nearest operations.',
    properties: {},
    call: (world) => world.requests.unmatched(),
  },
  {
    name: 'report',
    title: 'Report what clients did',
    description: 'Operations, errors, rules and faults that clients met and never met, and what breaks in production.',
    properties: { scope: oneOf(['world', 'all'], 'This world, or all of the server.') },
    call: (world, { scope }) => world.report({ ...(scope === 'all' && { world: scope }), as: 'markdown' }),
  },
  {
    name: 'list_worlds',
    title: 'List worlds, snapshots and seeds',
    description: 'The worlds of the server with their base URLs and tokens, and what new ones can be made of.',
    properties: {},
    call: async (world) => ({
      worlds: await world.worlds.list(),
      snapshots: await world.snapshots.list(),
      seeds: await world.seeds.list(),
    }),
  },
  {
    name: 'get_world',
    title: 'Read the state of a world',
    description: 'Its clock, settings and faults, and the ids of its entities by alias.',
    properties: {},
    call: async (world) => ({
      time: await world.clock.now(),
      settings: await world.settings.get(),
      faults: await world.faults.list(),
      stubs: await world.stubs.list(),
      ids: await world.seeds.ids(),
    }),
  },
]
