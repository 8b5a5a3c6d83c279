import t from 'tap'
import { itemColumnsOf } from '#server/domain/catalogs/item-columns.ts'
import { priceOf } from '#server/domain/catalogs/price.ts'

t.test('words are compared however they are written', async (t) => {
  t.match(itemColumnsOf({ availability: 'Out of Stock', condition: 'new', gender: 'UNISEX' }), {
    availability: 'OUT_OF_STOCK',
    condition: 'NEW',
    gender: 'UNISEX',
  })
  t.equal(itemColumnsOf({ availability: 'perhaps' }).availability, null)
})

t.test('a price has an amount and a currency', async (t) => {
  t.strictSame(priceOf('24.99 USD'), { amount: 24.99, currency: 'USD' })
  t.equal(priceOf('24.99 XXX'), undefined, 'no currency of catalogs')
  t.strictSame(priceOf('24.99eur'), { amount: 24.99, currency: 'EUR' })
  t.strictSame(priceOf('24'), { amount: 24, currency: 'USD' })
  for (const text of ['', 'free', '-1 USD', '1,99 EUR', '24.99 US', 24.99]) t.equal(priceOf(text), undefined)
})

t.test('a sale price without a currency is in that of the price', async (t) => {
  t.match(itemColumnsOf({ price: '20 EUR', sale_price: '10' }), { price: 20, sale_price: 10, currency: 'EUR' })
})

t.test('an item with a video is a video', async (t) => {
  t.equal(itemColumnsOf({ image_link: ['https://shop.example.com/a.jpg'] }).media_type, 'IMAGE')
  t.equal(itemColumnsOf({ video_link: 'https://shop.example.com/a.mp4' }).media_type, 'VIDEO')
})

t.test('a hotel is compared by its name and its base price', async (t) => {
  t.match(itemColumnsOf({ name: 'Sea view', base_price: '100 EUR' }), {
    title: 'Sea view',
    price: 100,
    currency: 'EUR',
  })
})
