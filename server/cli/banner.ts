import type { Server } from '../server.ts'

/** Returns the text that a terminal shows when the server listens. */
export function bannerText({ about }: Server): string {
  const { base_url, https_url, docs_url, control_url, environment, operations, data, seed, auth, version } = about
  const width = Math.max(...environment.map(({ line }) => line.length))
  return [
    `pinterest-ads-mock ${version}: a stand-in, not Pinterest. ${tokens[auth]}`,
    '',
    `  API       ${base_url}`,
    ...(https_url === undefined ? [] : [`  HTTPS     ${https_url}, its authority at ${control_url}/ca.pem`]),
    `  Docs      ${docs_url}`,
    `  Control   ${control_url}`,
    `  Built     ${operations.built} of ${operations.documented} operations`,
    `  Data      ${data}, seed ${seed}`,
    '',
    '  Point clients here:',
    ...environment.map(({ line, client }) => `    ${line.padEnd(width)}  # ${client}`),
    '',
  ].join('\n')
}

const tokens = {
  open: 'Any token passes; do not use a real one.',
  strict: 'Only tokens that it issued or hands out, or that are declared, pass.',
}

/** Returns the same as one line of JSON, for programs. */
export const bannerJson = ({ about }: Server): string => JSON.stringify({ event: 'listening', ...about })

/** Prints what options name that does not exist yet, for people: programs read the banner alone. */
export function printWarnings({ about: { warnings = [] } }: Server): void {
  for (const warning of warnings) process.stderr.write(`pinterest-ads-mock: warning: ${warning}\n`)
}
