import type { Server } from '../server.ts'
import type { About } from '../start/about.ts'

/** Returns the text that a terminal shows when the server listens. */
export function bannerText({ about }: Pick<Server, 'about'>): string {
  const { base_url, https_url, docs_url, control_url, environment, operations, data, seed, auth, version } = about
  const width = Math.max(...environment.map(({ line }) => line.length))
  return [
    `pinterest-ads-mock ${version}: a stand-in, not Pinterest. ${tokens[auth]}`,
    '',
    `  API       ${base_url}`,
    ...(https_url === undefined ? [] : [`  HTTPS     ${https_url}, its authority at ${control_url}/ca.pem`]),
    `  Docs      ${docs_url}`,
    `  Control   ${control_url}`,
    ...networkLines(about),
    `  Built     ${operations.built} of ${operations.documented} operations`,
    `  Data      ${data}, seed ${seed}`,
    '',
    '  Point clients here:',
    ...environment.map(({ line, client }) => `    ${line.padEnd(width)}  # ${client}`),
    '',
  ].join('\n')
}

/** Returns where other devices reach the server, or which options let them. */
function networkLines({ base_url, network_urls = [] }: About): readonly string[] {
  const isLocal = /^https?:\/\/(?:127\.|localhost[:/]|\[::1\])/.test(base_url)
  const [url] = network_urls
  if (url === undefined) return isLocal ? ['  Network   this machine only; a phone needs --host 0.0.0.0'] : []
  const { origin, hostname } = new URL(url)
  const hint = `            Pages from there may call test control with --control-origins ${hostname},\n            and links show this address with --public-url ${origin}`
  return [...network_urls.map((one) => `  Network   ${one}`), ...(isLocal ? [hint] : [])]
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
