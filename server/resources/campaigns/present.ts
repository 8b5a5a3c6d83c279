import { summaryStatus, type Viewpoint } from '../../domain/status.ts'
import type { AnsweredCampaign } from './repository.ts'

/** The campaign as JSON text: what is stored, and the one field that depends on the clock. */
export const campaignText = (row: AnsweredCampaign, viewpoint: Viewpoint): string =>
  `${row.json.slice(0, -1)},"summary_status":"${summaryStatus([row], viewpoint)}"}`
