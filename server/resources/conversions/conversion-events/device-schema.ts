import { z } from 'zod'

const words = (most: number) => z.string().max(most).nullish()
const whole = (most: number) => z.int().min(0).max(most).nullish()

const formFactors = ['desktop', 'laptop', 'cellphone', 'tablet', 'smartwatch', 'tv', 'vr', 'console', 'other'] as const
const networks = [
  'wifi',
  'cellular_2g',
  'cellular_3g',
  'cellular_4g',
  'cellular_5g',
  'cellular_6g',
  'ethernet',
  'unknown',
] as const
const systems = ['ios', 'android', 'macos', 'windows', 'linux', 'bsd', 'other'] as const

/** The application of an event. */
export const EventAppInfo = z
  .strictObject({
    advertiser_tracking_enabled: z.boolean().nullish().meta({ description: 'Accepted here and in the event itself.' }),
    app_id: words(200),
    app_name: words(200),
    app_package_name: words(200),
    app_store: words(100),
    app_version: words(100),
    install_time: z.int().min(0).nullish(),
    user_agent: words(16_384),
    window_height: whole(30_720),
    window_width: whole(30_720),
  })
  .meta({ id: 'ConversionEventAppInfo', description: 'Application in which the event occurred.' })

/** The device of an event. */
export const DeviceInfo = z
  .strictObject({
    battery_level: whole(100),
    brand: words(100),
    carrier: words(100),
    cpu_cores: whole(1152),
    external_storage_free_space: whole(1_048_576),
    external_storage_size: whole(1_048_576),
    form_factor: z.enum(formFactors).nullish(),
    kernel_version: words(100),
    languages: z.array(z.string()).max(100).nullish(),
    locale: words(35),
    model: words(100),
    network_type: z.enum(networks).nullish(),
    os_family: z.enum(systems).nullish(),
    os_name: words(100),
    os_release_name: words(100),
    os_version: words(100),
    screen_density: whole(100_000),
    screen_height: whole(30_720),
    screen_width: whole(30_720),
    storage_free_space: whole(1_048_576),
    storage_size: whole(1_048_576),
    timezone: words(40),
    timezone_abbr: words(5),
    type: words(100),
  })
  .meta({ id: 'ConversionEventDeviceInfo', description: 'Device on which the event occurred.' })
