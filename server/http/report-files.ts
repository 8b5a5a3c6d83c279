/** Where files of reports are fetched: outside the API, since whoever has the URL needs no token (F63). */
export const reportFiles = { below: '/async_reporting_v3', name: 'metrics_report.txt' } as const
