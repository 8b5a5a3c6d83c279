import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { operations } from '#openapi/operations.ts'
import { apiErrors } from '#server/domain/errors/protocol-errors.ts'
import { listOf } from '#server/http/schema/query-fields.ts'
import { ReportRefused, ReportReply } from '#server/inspection/report-schema.ts'
import { breakingChange } from '#server/journal/findings/breaking-changes.ts'
import { detectors } from '#server/journal/findings/detectors.ts'
import { unmatchedCall } from '#server/journal/findings/unmatched-calls.ts'
import type { ControlOptions } from '../context.ts'
import { controlRoute } from '../protocol/route.ts'
import { journalOf } from './journal-of.ts'

const ids = detectors.map(({ id }) => id)
const count = (description: string) => z.coerce.number().int().min(0).optional().meta({ description })

const ReportQuery = z.strictObject({
  world: z.literal('all').optional().meta({
    description: '`all` reports on all worlds, with recorded requests of deleted worlds and from before resets.',
  }),
  format: z.enum(['json', 'markdown', 'junit', 'sarif']).optional().meta({
    description:
      'Format of the report: JUnit XML for CI servers, SARIF 2.1.0 for code scanning. The header `Accept: text/markdown` selects Markdown too.',
  }),
  fail_on: listOf(z.enum(['any', ...ids])).meta({
    description: 'Names of findings that make the response a 422. `any` stands for all findings.',
  }),
  min_operations: count('Minimum number of called operations. Fewer make the response a 422.'),
  max_findings: count('Maximum number of findings. More make the response a 422.'),
  max_habits: count('Deprecated. Former name of `max_findings`.').meta({ deprecated: true }),
})

const wantsMarkdown = ({ headers }: FastifyRequest): boolean => headers.accept?.includes('text/markdown') ?? false

/** Adds the report on the calls of clients and their findings. */
export function reportRoutes(
  app: FastifyInstance,
  { worlds, isImplemented, unmatched }: Pick<ControlOptions, 'worlds' | 'isImplemented' | 'unmatched'>,
): void {
  controlRoute(app, {
    method: 'GET',
    url: '/report',
    tag: 'report',
    summary: 'Report what clients did',
    description:
      'Returns the operations, errors, rules and faults that clients met or never met, and findings: calls that pass here and break in production, or with the version of the API that is rehearsed. Thresholds make the response a 422, to fail a build.',
    schema: { querystring: ReportQuery, response: { 200: ReportReply, 422: ReportRefused } },
    handler: async (request, reply) => {
      const { world: scope, format, ...threshold } = request.query
      const journal = journalOf(request.world)
      const { reportOf } = await import('#server/inspection/report.ts')
      const { failuresOf } = await import('#server/inspection/report-threshold.ts')
      const implemented = operations.filter(isImplemented).map(({ id }) => id)
      const { redactor } = journal
      const reported =
        scope === 'all' ? { journals: worlds.journals.all(), past: worlds.journals.past() } : { journals: [journal] }
      const isListed = unmatched === 'fail' || threshold.fail_on?.includes(unmatchedCall.id)
      const ignored = isListed ? [] : [unmatchedCall.id]
      const report = await reportOf({ ...reported, redactor, ignored }, implemented)
      const failures = failuresOf(report, threshold)
      const { status, code, message } = apiErrors['control.threshold']
      if (failures.length > 0) reply.code(status)
      if (format === 'markdown' || (format === undefined && wantsMarkdown(request as FastifyRequest))) {
        const { markdownOf } = await import('#server/inspection/report-markdown.ts')
        return reply.type('text/markdown; charset=utf-8').send(markdownOf(report, failures))
      }
      if (format === 'junit') {
        const { junitOf } = await import('#server/inspection/report-junit.ts')
        const unwatched = report.rehearsals.length === 0 ? [...ignored, breakingChange.id] : ignored
        const text = junitOf(report, threshold, { failures, ignored: unwatched })
        return reply.type('application/xml; charset=utf-8').send(text)
      }
      if (format === 'sarif') {
        const { sarifOf } = await import('#server/inspection/report-sarif.ts')
        return reply.type('application/sarif+json; charset=utf-8').send(JSON.stringify(sarifOf(report, threshold)))
      }
      if (failures.length === 0) return reply.send(report)
      return reply.send({ code, message: `${message}: ${failures.join('; ')}.`, failures, ...report })
    },
  })
}
