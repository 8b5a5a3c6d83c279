/**
 * Better names of objects than those that are made of where they stand: patterns of made names, and what takes their
 * place. The first that matches counts. The third is the name of the object that is closed to unknown properties, where
 * there are two: a filter of products is closed in requests and open in responses.
 */
export const objectNames: readonly (readonly [pattern: RegExp, name: string, closed?: string])[] = [
  [/^(?:Max|Min)PriceFilter(?:Input)?M\w+Price$/, 'PriceBoundCondition', 'PriceBoundConditionInput'],
  [/^CurrencyFilter(?:Input)?Currency$/, 'CurrencyCondition', 'CurrencyConditionInput'],
  [/^BrandFilter(?:Input)?Brand$/, 'TextCondition', 'TextConditionInput'],
  [/^LinkFilter(?:Input)?Link$/, 'TextMatchCondition', 'TextMatchConditionInput'],
  [/^GenderFilter(?:Input)?Gender$/, 'GenderCondition', 'GenderConditionInput'],
  [/^MediaTypeFilter(?:Input)?MediaType$/, 'MediaTypeCondition', 'MediaTypeConditionInput'],
  [/^ProductType0Filter(?:Input)?ProductType0$/, 'CategoryCondition', 'CategoryConditionInput'],
  [/^CustomNumber0Filter(?:Input)?CustomNumber0$/, 'NumberCondition', 'NumberConditionInput'],
  [/^PriceFilter(?:Input)?Price$/, 'PriceCondition', 'PriceConditionInput'],
  [/^CountryFilter(?:Input)?Country$/, 'CountryCondition', 'CountryConditionInput'],
  [/^\w+Filters(?:All|Any)Of(?:Input)?(?:All|Any)Of(\w+)$/, '$1Filter', '$1FilterInput'],
  [
    /^(Retail|Hotel|CreativeAssets|Feed)ProductGroup(?:Create)?Filters(All|Any)Of$/,
    '$1Filters$2Of',
    '$1Filters$2OfInput',
  ],
  [/^AdPreviewCreateOption1$/, 'AdPreviewCreateFromImage'],
  [/^AdPreviewCreateOption2$/, 'AdPreviewCreateFromPin'],
  [/^AdPreviewCreateOption3$/, 'AdPreviewCreateFromProductGroup'],
  [/^(CatalogProductsByFilter|ProductGroupUpdate)Option1$/, 'Feed$1'],
  [/^CatalogsItemsReplyItemAttributesOption1(\w*)$/, 'RetailItemAttributes$1'],
  [/^CatalogsItemsReplyItemAttributesOption2(\w*)$/, 'HotelItemAttributes$1'],
  [/^CatalogsItemsReplyItemAttributesOption3(\w*)$/, 'CreativeAssetsItemAttributes$1'],
  [/^AudienceRuleUrl(?:Option\d)?$/, 'AudienceUrlConditions'],
  [/^ScheduleDeltaValueOption2$/, 'BidMultipliers'],
  [/^CampaignAdPreviewDeleteResponseItemStatusStatusCode$/, 'DeletionStatus'],
  [/^(\w+)AdGroupUpdateTargetingSpecOperation$/, '$1TargetingOperation'],
  [/^OptimizationGoalMetadata(ConversionTagV3|Frequency|Scrollup)(GoalMetadata\w*)$/, '$1$2'],
  [/^PinAnalytics$/, 'PinAnalyticsOfApp'],
  [/^UserAnalytics$/, 'UserAnalyticsOfApp'],
]

/** Returns the better name of an object; undefined where the made one is good. */
export function betterName(made: string, isClosed: boolean): string | undefined {
  const [pattern, name, closed = name] = objectNames.find(([one]) => one.test(made)) ?? []
  const better = isClosed ? closed : name
  return pattern === undefined || better === undefined ? undefined : made.replace(pattern, better)
}
