import { detectors } from '../journal/findings/detectors.ts'
import { version } from '../version.ts'
import type { ReportReply } from './report-schema.ts'
import type { Threshold } from './report-threshold.ts'

/**
 * Returns the findings of a report as SARIF 2.1.0, which code scanning shows: a result for each occurrence, an error for
 * those that `fail_on` names and a warning for the others. A result lies in a world, since no file is known.
 */
export const sarifOf = ({ findings }: ReportReply, { fail_on = [] }: Threshold): object => ({
  $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
  version: '2.1.0',
  runs: [
    {
      tool: {
        driver: {
          name: 'pinterest-ads-mock',
          version,
          rules: detectors.map(({ id, title, harm, instead }) => ({
            id,
            shortDescription: { text: title },
            fullDescription: { text: harm },
            help: { text: instead },
          })),
        },
      },
      results: findings.flatMap(({ finding, occurrences }) =>
        occurrences.map(({ world, message, requests }) => ({
          ruleId: finding,
          ruleIndex: detectors.findIndex(({ id }) => id === finding),
          level: fail_on.includes('any') || fail_on.includes(finding) ? 'error' : 'warning',
          message: { text: message },
          locations: [{ logicalLocations: [{ name: world, kind: 'world', fullyQualifiedName: world }] }],
          properties: { requests },
        })),
      ),
    },
  ],
})
