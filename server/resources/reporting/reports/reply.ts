import type { FastifyReply, FastifyRequest } from 'fastify'
import { sendJson } from '#server/http/responses/replies.ts'
import { requireAdAccount } from '#server/resources/accounts/ad-accounts/service.ts'
import type { ReportType } from './repository.ts'
import type { Report } from './schema.ts'
import { reportStatus } from './service.ts'

/** How a type of report is answered. */
export interface ReportReply {
  readonly type: ReportType
  /** Returns the response with the state of a report; the state itself when absent. */
  readonly responseOf?: (report: Report) => object
}

/** A request for the state of a report. */
type ReportRequest = FastifyRequest<{ Params: { ad_account_id: string }; Querystring: { token: string } }>

/** Answers the state of the report that a request is about. */
export async function replyWithReport(
  request: ReportRequest,
  reply: FastifyReply,
  { type, responseOf = (report) => report }: ReportReply,
): Promise<FastifyReply> {
  const { world, params, query } = request
  requireAdAccount(world, params.ad_account_id)
  const report = await reportStatus(request, { accountId: params.ad_account_id, type, token: query.token })
  return sendJson(reply, JSON.stringify(responseOf(report)))
}
