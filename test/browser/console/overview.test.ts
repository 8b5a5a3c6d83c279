import t from 'tap'
import { browser, fitsScreens, openedConsole, violationsOf } from './opened.ts'

t.test('the server leads a browser to its console, which shows where clients are pointed', browser, async (t) => {
  const { page, about, errors } = await openedConsole(t)
  const { origin } = new URL(about.base_url)
  await page.goto(`${origin}/`)
  t.equal(page.url(), `${origin}/console/`)
  await page.getByRole('tab', { name: 'Python' }).click()
  await page.getByText(`'${about.base_url}/ad_accounts'`).waitFor()
  t.same(errors, [])
})

t.test('the page of a world leads to the console of that world', browser, async (t) => {
  const { page, about } = await openedConsole(t)
  const { origin } = new URL(about.base_url)
  for (const path of ['/w/one', '/w/one/']) {
    await page.goto(origin + path)
    await page.getByText(`${origin}/w/one/v5`).first().waitFor()
  }
  t.equal(page.url(), `${origin}/w/one/console/`)
})

for (const name of [
  'overview',
  'traffic',
  'data',
  'figures',
  'time',
  'faults',
  'worlds',
  'report',
  'rules',
  'coverage',
]) {
  for (const colorScheme of ['light', 'dark'] as const) {
    t.test(`axe finds nothing on the page ${name} in ${colorScheme} colours`, browser, async (t) => {
      const { page, errors } = await openedConsole(t, name)
      await page.emulateMedia({ colorScheme })
      t.same(await violationsOf(page), [])
      t.same(errors, [])
    })
  }

  t.test(`the page ${name} fits a phone and a wall`, browser, async (t) => {
    const { page } = await openedConsole(t, name)
    await fitsScreens(t, page)
  })
}
