import type { Server } from './server.ts'

/** What a person sees when the server is up. */
export function bannerText({ about }: Server): string {
  const { base_url, https_url, docs_url, control_url, environment, operations, rules, data, seed, version } = about
  const width = Math.max(...environment.map(({ line }) => line.length))
  return [
    `pinterest-ads-mock ${version}: a stand-in, not Pinterest. Any token passes; do not use a real one.`,
    '',
    `  API       ${base_url}`,
    ...(https_url === undefined ? [] : [`  HTTPS     ${https_url}, its authority at ${control_url}/ca.pem`]),
    `  Docs      ${docs_url}`,
    `  Control   ${control_url}`,
    `  Built     ${operations.built} of ${operations.documented} operations, ${rules} rules in force`,
    `  Data      ${data}, seed ${seed}`,
    '',
    '  Point clients here:',
    ...environment.map(({ line, client }) => `    ${line.padEnd(width)}  # ${client}`),
    '',
  ].join('\n')
}

/** The same as one line of JSON, for programs. */
export const bannerJson = ({ about }: Server): string => JSON.stringify({ event: 'listening', ...about })
