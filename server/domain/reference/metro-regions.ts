/** The states that the metro areas of the US lie in, or most of each, by their Nielsen codes. */
// biome-ignore format: a table
export const metroRegions: Readonly<Record<string, string>> = {
  501: 'NY', 502: 'NY', 503: 'GA', 504: 'PA', 505: 'MI', 506: 'MA', 507: 'GA', 508: 'PA', 509: 'IN', 510: 'OH',
  511: 'DC', 512: 'MD', 513: 'MI', 514: 'NY', 515: 'OH', 517: 'NC', 521: 'RI', 524: 'GA', 527: 'IN', 528: 'FL',
  529: 'KY', 532: 'NY', 533: 'CT', 534: 'FL', 535: 'OH', 538: 'NY', 539: 'FL', 542: 'OH', 544: 'VA', 547: 'OH',
  548: 'FL', 556: 'VA', 557: 'TN', 560: 'NC', 561: 'FL', 602: 'IL', 609: 'MO', 613: 'MN', 616: 'MO', 617: 'WI',
  618: 'TX', 622: 'LA', 623: 'TX', 630: 'AL', 635: 'TX', 640: 'TN', 641: 'TX', 650: 'OK', 652: 'NE', 659: 'TN',
  669: 'WI', 671: 'OK', 678: 'KS', 679: 'IA', 716: 'LA', 717: 'IL', 743: 'AK', 744: 'HI', 751: 'CO', 752: 'CO',
  753: 'AZ', 757: 'ID', 762: 'MT', 765: 'TX', 770: 'UT', 789: 'AZ', 790: 'NM', 803: 'CA', 807: 'CA', 811: 'NV',
  819: 'WA', 820: 'OR', 821: 'OR', 825: 'CA', 839: 'NV', 862: 'CA', 866: 'CA', 881: 'WA',
}
