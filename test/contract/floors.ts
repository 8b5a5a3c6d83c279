/**
 * The floors of the house, from the ground up: a file imports what is on its own floor or below, and nothing above. The
 * first that matches counts.
 */
export const floors: readonly string[] = [
  'server/version.ts',
  // What Pinterest's rules are made of: no HTTP, no SQL, no library.
  'server/domain/ids.ts',
  'server/domain/patch.ts',
  'server/domain/random.ts',
  'server/domain/shortened.ts',
  'server/domain/matching',
  'server/domain/redaction',
  'server/domain/time',
  'server/domain/ads',
  'server/domain/reference',
  'server/domain/rules',
  'server/domain/errors',
  'server/domain/operation-traits.ts',
  'server/domain/world-name.ts',
  'server/domain/access',
  'server/domain/rate-limit',
  'server/domain/faults',
  // Where data are, and what is documented.
  'db',
  'openapi',
  // What a server remembers.
  'server/journal',
  'server/worlds',
  // What requests and responses are made of.
  'server/http/schema',
  'server/http/query-string.ts',
  'server/http/validation',
  'server/http/request.ts',
  'server/http/parsing',
  'server/http/responses',
  'server/http',
  // What a resource hands in, the plugins that requests pass, and the resources.
  'server/contracts',
  'server/faults',
  'server/plugins',
  'server/resources/accounts',
  'server/resources/conversions',
  'server/resources/audiences',
  'server/resources/content',
  'server/resources/campaign-management',
  'server/resources/reference-data',
  'server/registry',
  // What works on all resources at once.
  'server/seeds',
  'server/inspection',
  'server/config',
  'server/create-fastify.ts',
  'server/control/protocol',
  'server/control/context.ts',
  'server/control/worlds',
  'server/control/faults',
  'server/control/requests',
  'server/control',
  'server/tls',
  // What is started.
  'server/app.ts',
  'server/about.ts',
  'server/server.ts',
  'server/library',
  'server/cli',
  'server/index.ts',
  'scripts',
]
