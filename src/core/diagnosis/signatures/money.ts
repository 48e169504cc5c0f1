import type { Signature } from "./signature.ts";

const waits = /rate ?limit|requests? per|\bRPM\b|\bTPM\b|Throttling|throttl/i;

/** The wallet is empty, a cap is reached, a bill is unpaid. */
export const money: readonly Signature[] = [
  {
    code: "insufficient-quota",
    weight: "named",
    variant: "operator",
    words: [
      /arrearage|account is in good standing|overdue[- _]?payment|AccountOverdue|overdue account|account[^.]{0,20} overdue|in arrears|recharging or overdue|billing_not_active|欠费/i,
      /(?<!api )request failed with status 402|insufficient balance|safe experience mode|reached the set inference limit/i,
      /余额不足或无可用资源包|FreeTierOnly|free (?:tier|quota|trial)[^.]{0,40}(?:exhausted|used up|expired|ended)/i,
    ],
  },
  {
    code: "insufficient-quota",
    weight: "named",
    words: [
      /(?:higher|raise|increase)[^.]{0,20} (?:monthly|daily|weekly|spending) limit|insufficient[ _-](?:\S{1,20}[ _])?(?:quota|balance|credits?|funds?|tokens? quota)/i,
      /(?:not enough|out of|no|ran out of|run out of|lack(?:ing)?) (?:\S{1,20} )?(?:credits?|balance|funds|quota)\b|account (?:has |is )?(?:r[ua]n )?out of money/i,
      /(?:quota|credits?|balance|funds)["'`)]? (?:is |are |has |have |was )?(?:been )?(?:not enough|too low|exhausted|depleted|insufficient|used up|consumed|empty|zero|negative)/i,
      /past invoices|reach(?:ing|ed) (?:the |your )?(?:\S{1,20} )?(?:spending|billing|usage) limit|cooldown \(billing\)|disabled:billing|reason=billing|\(billing\)|out of (?:\S{1,20} )?(?:usage|credits)|requires? more credits|credit balance is too low|needs? (?:to (?:add|buy|purchase) |more )?credits|can only afford/i,
      /(?:余额|额度|配额|点数|积分|资源包|算力|套餐)[^，。；]{0,14}(?:不足|已?用尽|用[完光]|耗尽|不够|超限|已达上限|为0|为 0|为负|告罄)/,
      /(?:不足|没有|无)(?:可用)?(?:的)?(?:余额|额度|配额)|请(?:先|及时)?充值|预扣费额度失败|需要充值|续费/,
      /pre-?consumed? .{0,20}quota failed|pre_consume_token_quota_failed|insufficient_user_quota|TokenStatusExhausted|RemainQuota|quota_exceeded/i,
      /exceeded your (?:current |monthly |plan )?(?:\S{1,20} )?quota|quota (?:limit )?(?:has been )?exceeded|exceeded (?:the |your )?(?:\S{1,20} )?(?:spending|billing|usage|credit|budget)/i,
      /(?:spend(?:ing)?|billing|budget|credit|usage|key|monthly|weekly|membership)[ _](?:hard )?(?:limit|cap|allowance)s?[ _](?:has been |is |was )?(?:reached|exceeded|hit|exhausted)/i,
      /(?:hit|reached|exceeded) (?:your|the|its) (?:\S{1,20} ){0,3}(?:usage|spend(?:ing)?|weekly|monthly|5-hour|session|credit|plan) (?:limit|cap|quota)/i,
      /payment required|billing (?:error|issue|problem|details|hard limit)|unpaid|past due|membership benefits|budget[_ ](?:has been |is )?(?:exceeded|blocked|exhausted|reached)|exceededbudget/i,
      /(?<!\bno )(?:subscription|membership|plan|套餐|会员|订阅)(?: \S{1,20})? ?(?:has |is |已经?)?(?:expired|inactive|lapsed|required|到期|过期|失效)/i,
      /使用上限|用量(?:已)?(?:上限|达到|用完|超)|限额将在|usage_limit_(?:reached|exceeded)/,
    ],
    unless: /may have insufficient quota|Throttling\.|无 ?可用渠道|disk quota/i,
  },
  {
    code: "insufficient-quota",
    weight: "likely",
    words: [
      /(?<!may have )insufficient quota|top[ -]?up|recharge|check your (?:plan and )?billing|\/billing\b|credits? remaining/i,
    ],
    unless: waits,
  },
];
