import { assumed } from '#server/domain/rules/assumed.ts'
import type { Rule } from '#server/domain/rules/rule.ts'
import type { RecipientType } from '../audiences/shares.ts'

/** The facts about an audience that is shared with recipients, or no more. */
export interface SharingFacts {
  readonly operation: string
  readonly audienceId: string
  readonly recipientType: RecipientType
  /** Whether who shares owns the audience, or its ad account. */
  readonly isOwner: boolean
  /** Whether who shares is a business that has received the audience. */
  readonly isRecipient: boolean
  /** The recipients that are no ad accounts or businesses, or own the audience. */
  readonly invalid: readonly string[]
  /** The recipients outside of the business hierarchy of the owner. */
  readonly outside: readonly string[]
  /** The recipients that the business which shares does not own. */
  readonly foreign: readonly string[]
}

const fromAdAccount = [
  'update_ad_account_to_ad_account_shared_audience',
  'update_ad_account_to_business_shared_audience',
]
const toAdAccount = 'update_business_to_ad_account_shared_audience'
const toBusiness = 'update_business_to_business_shared_audience'
const all = [...fromAdAccount, toAdAccount, toBusiness]

const request = { ...assumed, refuses: 'request', code: 400 } as const

/** Rules about sharing audiences; each refuses the request. */
export const sharingRules: readonly Rule<SharingFacts>[] = [
  {
    ...request,
    id: 'shared_audience.owner',
    operations: all,
    fields: ['audience_id'],
    essential: true,
    terminal: true,
    evidence: 'documented',
    source: `S523 ${all[0]}; the code and the text are assumed`,
    message:
      'Only the owner of an audience can share it; with ad accounts of its own also a business that received it.',
    sent: ({ audienceId }) => audienceId,
    violated: ({ operation, isOwner, isRecipient }) => !isOwner && !(isRecipient && operation === toAdAccount),
  },
  {
    ...request,
    id: 'shared_audience.ad-accounts',
    operations: all.filter((id) => id.includes('to_ad_account')),
    fields: ['recipient_account_ids'],
    essential: true,
    source: `S523 ${toAdAccount} for the code and the text; what is refused is assumed`,
    message: 'Invalid ad account id',
    literal: true,
    passes: 'Ids of ad accounts of this world, without the one that owns the audience.',
    sent: ({ invalid }) => invalid,
    when: ({ recipientType }) => recipientType === 'AD_ACCOUNT',
    violated: ({ invalid }) => invalid.length > 0,
  },
  {
    ...request,
    id: 'shared_audience.businesses',
    operations: all.filter((id) => id.includes('to_business')),
    fields: ['recipient_business_ids'],
    essential: true,
    source: `S523 ${toBusiness} for the code and the text; what is refused is assumed`,
    message: 'Invalid business id',
    literal: true,
    passes: 'Ids of businesses of this world, without the one that owns the audience.',
    sent: ({ invalid }) => invalid,
    when: ({ recipientType }) => recipientType === 'BUSINESS_ACCOUNT',
    violated: ({ invalid }) => invalid.length > 0,
  },
  {
    ...request,
    id: 'shared_audience.hierarchy',
    operations: all,
    fields: ['recipient_account_ids', 'recipient_business_ids'],
    evidence: 'documented',
    source: `S523 ${all[0]}; the code and the text are assumed`,
    message: 'The recipients must be in the business hierarchy of the owner of the audience.',
    passes: 'Ad accounts of the same business; the business at the top of its hierarchy, or brand accounts below it.',
    sent: ({ outside }) => outside,
    when: ({ isOwner, invalid }) => isOwner && invalid.length === 0,
    violated: ({ outside }) => outside.length > 0,
  },
  {
    ...request,
    id: 'shared_audience.own-accounts',
    operations: [toAdAccount],
    fields: ['recipient_account_ids'],
    evidence: 'documented',
    source: `S523 ${toAdAccount}; the code and the text are assumed`,
    message: 'A business can share an audience that it received with ad accounts that it owns.',
    sent: ({ foreign }) => foreign,
    when: ({ isOwner, isRecipient, invalid }) => !isOwner && isRecipient && invalid.length === 0,
    violated: ({ foreign }) => foreign.length > 0,
  },
]
