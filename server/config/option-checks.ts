import { otherVersion } from '../domain/api-version/versions.ts'
import type { Configuration } from './configuration.ts'
import type { OptionNames } from './mistakes.ts'
import { failingFindings } from './subsystem-options.ts'
import { UsageError } from './usage-error.ts'

/** Returns a configuration whose version, where none is set, is the one that a rehearsal compares with another. */
export function withVersion(configuration: Configuration, isSet: boolean): Configuration {
  const { rehearse } = configuration
  return isSet || rehearse === 'off' ? configuration : { ...configuration, apiVersion: otherVersion(rehearse) }
}

/**
 * Checks options against each other.
 *
 * @throws UsageError for the first that lacks another.
 */
export function checkTogether(configuration: Configuration, names: OptionNames): void {
  checkHttps(configuration, names)
  checkFailOn(configuration, names)
  checkRehearsal(configuration, names)
  checkForward(configuration, names)
}

function checkHttps(
  { httpsPort, httpsHosts, httpsCertificate, httpsKey }: Configuration,
  { labelOf }: OptionNames,
): void {
  const [port, hosts, certificate, key] = ['httpsPort', 'httpsHosts', 'httpsCertificate', 'httpsKey'].map(labelOf)
  if ((httpsCertificate === undefined) !== (httpsKey === undefined)) {
    throw new UsageError(`${certificate} and ${key} need each other.`)
  }
  if (httpsPort === undefined && (httpsCertificate !== undefined || httpsHosts.length > 0)) {
    throw new UsageError(`${hosts} and ${certificate} need ${port}.`)
  }
}

/** The report, which findings are read from, is a call of test control, and reads the journal. */
function checkFailOn(configuration: Configuration, { labelOf }: OptionNames): void {
  const { failOn, control, journal } = configuration
  if (failingFindings(configuration).length === 0 || (control && journal > 0)) return
  const name = failOn.length > 0 ? 'failOn' : 'unmatched'
  throw new UsageError(`${labelOf(name)} needs ${labelOf(control ? 'journal' : 'control')}, which is off.`)
}

/** A rehearsal compares two versions, and the report tells of what the journal has counted. */
function checkRehearsal({ rehearse, apiVersion, control, journal }: Configuration, { labelOf }: OptionNames): void {
  if (rehearse === 'off') return
  const name = labelOf('rehearse')
  if (rehearse === apiVersion) {
    throw new UsageError(`${name} ${rehearse} compares calls with another version: leave ${labelOf('apiVersion')} out.`)
  }
  if (control && journal > 0) return
  throw new UsageError(`${name} needs ${labelOf(control ? 'journal' : 'control')}, which is off.`)
}

/** What is compared is noted in the journal, and the other options say how the other server is called. */
function checkForward(configuration: Configuration, { labelOf }: OptionNames): void {
  const { forward, forwardWrites, production, record, control, journal } = configuration
  const name = labelOf('forward')
  if (forward === undefined) {
    const dependent = forwardWrites
      ? 'forwardWrites'
      : production
        ? 'production'
        : record === undefined
          ? undefined
          : 'record'
    if (dependent !== undefined) throw new UsageError(`${labelOf(dependent)} needs ${name}.`)
    return
  }
  if (!control || journal === 0)
    throw new UsageError(`${name} needs ${labelOf(control ? 'journal' : 'control')}, which is off.`)
}
