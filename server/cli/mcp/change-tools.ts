import { clockTool } from './clock-tool.ts'
import { anyObject, type JsonSchema, oneOf, type Tool, text } from './tool.ts'
import { worldTools } from './world-tools.ts'

/** Returns the tools that change something, each of a group that `--allow` has to name. */
export const changeTools = (schema: (name: string) => JsonSchema): readonly Tool[] => [
  {
    name: 'call_api',
    title: 'Call the API',
    description: 'Sends a request as a client does. It is in the journal like any other, and writes are stored.',
    group: 'calls',
    properties: {
      method: oneOf(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'], 'GET when absent.'),
      path: text('Such as `/ad_accounts?page_size=25`.'),
      body: { description: 'The body, which is sent as JSON.' },
      headers: { type: 'object', additionalProperties: { type: 'string' } },
    },
    required: ['path'],
    async call(world, { method = 'GET', path, body, headers = {} }) {
      if (!String(path).startsWith('/')) throw new Error("A path begins with '/'.")
      if (/^\/*__mock/.test(String(path))) throw new Error('Test control has tools of its own.')
      const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
      const response = await world.fetch(String(path), { method, headers, ...sent })
      return {
        status: response.status,
        request_id: response.headers.get('x-mock-request-id'),
        rules: response.headers.get('x-mock-rules'),
        body: await response.text(),
      }
    },
  },
  clockTool,
  {
    name: 'add_fault',
    title: 'Add a fault',
    description:
      'Makes calls that match fail: errors, latency, lost or cut responses, failed items. See guides/faults.md.',
    group: 'faults',
    properties: { fault: schema('FaultCreate') },
    required: ['fault'],
    call: (world, { fault }) => world.faults.add(fault),
  },
  {
    name: 'remove_faults',
    title: 'Remove faults',
    description: 'Removes one fault by its id, or all of a world.',
    group: 'faults',
    isDestructive: true,
    properties: { id: text('All when absent.') },
    call: async (world, { id }) => (id === undefined ? world.faults.clear() : world.faults.remove(String(id))),
  },
  {
    name: 'add_stub',
    title: 'Add a stub',
    description: 'Answers calls that match with a response of your own, on any path. See guides/stubs.md.',
    group: 'stubs',
    properties: { stub: schema('StubCreate') },
    required: ['stub'],
    call: (world, { stub }) => world.stubs.add(stub),
  },
  {
    name: 'remove_stubs',
    title: 'Remove stubs',
    description: 'Removes one stub by its id, or all of a world.',
    group: 'stubs',
    isDestructive: true,
    properties: { id: text('All when absent.') },
    call: async (world, { id }) => (id === undefined ? world.stubs.clear() : world.stubs.remove(String(id))),
  },
  {
    name: 'change_settings',
    title: 'Change settings',
    description: 'Features, rule overrides and rate limits of a world; each part that is sent replaces what it was.',
    group: 'settings',
    properties: { settings: schema('SettingsChange') },
    required: ['settings'],
    call: (world, { settings }) => world.settings.set(settings),
  },
  {
    name: 'apply_seed',
    title: 'Add entities by a seed',
    description:
      'Adds entities to a world, all of them or none, and returns their ids by alias. See reference/seed-format.md.',
    group: 'data',
    properties: { seed: schema('Seed') },
    required: ['seed'],
    call: (world, { seed }) => world.seed(seed),
  },
  {
    name: 'edit_entity',
    title: 'Put an entity into a state',
    description: 'Past what the API allows: the outcome of a review, any status. See guides/direct-edits.md.',
    group: 'data',
    properties: {
      kind: text('Such as `campaigns`.'),
      id: text('The id of the entity.'),
      change: anyObject('The fields to change.'),
    },
    required: ['kind', 'id', 'change'],
    call: (world, { kind, id, change }) => world.entities.edit(kind, id, change),
  },
  ...worldTools,
]
