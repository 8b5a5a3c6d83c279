/** The document of test control, without its operations. */
export const controlFrame = {
  openapi: '3.0.3' as const,
  info: {
    title: 'pinterest-ads-mock, test control',
    version: '1',
    description: [
      "Test control, the mock's own API: sets states, causes failures and reports what happened.",
      'Calls apply to the default world, or to the world at the beginning of the URL.',
    ].join(' '),
    license: { name: 'MIT', url: 'https://spdx.org/licenses/MIT' },
  },
  servers: [
    { url: '/', description: 'The default world.' },
    {
      url: '/w/{world}',
      description: 'A world by its name.',
      variables: { world: { default: 'one', description: 'Created by the first call that names it.' } },
    },
  ],
  components: {
    securitySchemes: {
      control_token: {
        type: 'apiKey' as const,
        in: 'header' as const,
        name: 'x-mock-token',
        description: "The server's --control-token. Required where the server has one.",
      },
    },
  },
  security: [{}, { control_token: [] }],
  tags: [
    { name: 'server', description: 'The server itself.' },
    { name: 'worlds', description: 'Worlds. Each has its own data, time, faults, limits and journal.' },
    { name: 'snapshots', description: 'Named copies of worlds.' },
    { name: 'seeds', description: 'Seeds: entities with aliases, as YAML or JSON, added to a world.' },
    { name: 'entities', description: 'Direct edits: states of entities that the API cannot produce.' },
    { name: 'state', description: 'Export and import of a world as JSON.' },
    { name: 'time', description: 'The clock of a world: freeze, set and advance it.' },
    { name: 'settings', description: 'Settings of one world: features, rules, limits and transitions.' },
    { name: 'delivery', description: 'Delivery of ads: factors, and figures in place of the model.' },
    { name: 'feeds', description: 'Content of the feeds of catalogs, in place of their files.' },
    { name: 'leads', description: 'Leads: answers to lead forms, and their delivery to webhooks.' },
    { name: 'faults', description: 'Faults: deliberate failures, with counts.' },
    { name: 'stubs', description: 'Stubs: responses in place of operations, and the states of scenarios.' },
    { name: 'rules', description: 'Rules that can refuse a call, with their evidence.' },
    { name: 'requests', description: 'The journal: requests, responses, and reasons for refusals.' },
    { name: 'events', description: 'Live updates: what happens in worlds, as Server-Sent Events.' },
    {
      name: 'report',
      description: 'Report on clients: calls, refusals, faults, and findings that break in production.',
    },
  ],
}
