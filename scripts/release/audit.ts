import { spawnSync } from 'node:child_process'
import { withShippedManifest } from './shipped-manifest.ts'

/** Thrown when the registry answers no audit: nothing is known, neither good nor bad. */
export class AuditUnavailableError extends Error {}

/**
 * Returns the known vulnerabilities of the packages that users get, by `npm audit`.
 *
 * @throws AuditUnavailableError when the registry does not answer.
 */
export function auditProblems(): string[] {
  const command = ['audit', '--package-lock-only', '--json']
  const { stdout } = withShippedManifest((cwd) => spawnSync('npm', command, { cwd, encoding: 'utf8' }))
  return readAudit(JSON.parse(stdout || '{}'))
}

/** Parses the report of `npm audit --json` into problems. */
export function readAudit({ vulnerabilities, message }: Report): string[] {
  if (vulnerabilities === undefined)
    throw new AuditUnavailableError(`the registry answers no audit (${message ?? 'no reason'})`)
  return Object.entries(vulnerabilities).map(([name, { severity, range }]) => `${name} ${range}: ${severity}`)
}

interface Report {
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly range: string }>>
  readonly message?: string
}
