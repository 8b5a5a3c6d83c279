/** The document of test control, without its operations. */
export const controlFrame = {
  openapi: '3.0.3' as const,
  info: {
    title: 'pinterest-ads-mock, test control',
    version: '1',
    description: [
      "The mock's own API: what puts it into a state, makes it fail, and tells what happened.",
      'It works on the default world, or on the one that stands before it in the URL.',
    ].join(' '),
    license: { name: 'MIT', url: 'https://spdx.org/licenses/MIT' },
  },
  servers: [
    { url: '/', description: 'The default world.' },
    {
      url: '/w/{world}',
      description: 'A world by its name.',
      variables: { world: { default: 'one', description: 'Comes to life when it is first named.' } },
    },
  ],
  components: {
    securitySchemes: {
      control_token: {
        type: 'apiKey' as const,
        in: 'header' as const,
        name: 'x-mock-token',
        description: 'The --control-token of the server, where it was started with one.',
      },
    },
  },
  security: [{}, { control_token: [] }],
  tags: [
    { name: 'server', description: 'What this server is.' },
    { name: 'worlds', description: 'Each has data, time, faults, limits and a journal of its own.' },
    { name: 'snapshots', description: 'Named copies of worlds.' },
    { name: 'seeds', description: 'Entities by alias, as YAML or JSON, on top of what is there.' },
    { name: 'entities', description: 'Entities put into states that the API does not lead to.' },
    { name: 'state', description: 'A world as readable JSON.' },
    { name: 'time', description: 'Freeze, set and advance it; everything obeys.' },
    { name: 'settings', description: 'Features, rules and limits of one world.' },
    { name: 'delivery', description: 'What ads deliver, and figures in place of the model.' },
    { name: 'faults', description: 'What goes wrong on purpose, and how often it has.' },
    { name: 'stubs', description: 'Responses in place of operations, and the states of their scenarios.' },
    { name: 'rules', description: 'Everything that can refuse a call, with how it is known.' },
    { name: 'requests', description: 'What was asked, what was answered, and why.' },
    { name: 'report', description: 'What clients did, what they never met, and what of it breaks in production.' },
  ],
}
