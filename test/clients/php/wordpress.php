<?php
/**
 * What the API class of WooCommerce's plugin uses of WordPress and of the plugin, in as few lines as will do: calls go
 * to the server at MOCK in place of Pinterest's host, and nothing is cached.
 */

define('ABSPATH', __DIR__);
define('PINTEREST_FOR_WOOCOMMERCE_VERSION', 'tests');
define('PINTEREST_FOR_WOOCOMMERCE_PREFIX', 'tests');
define('MINUTE_IN_SECONDS', 60);
define('HOUR_IN_SECONDS', 3600);
define('DAY_IN_SECONDS', 86400);

function __(string $text): string { return $text; }
function esc_html__(string $text): string { return $text; }
function esc_html(string $text): string { return $text; }
function trailingslashit(string $text): string { return rtrim($text, '/') . '/'; }
function absint($value): int { return abs((int) $value); }
function apply_filters(string $name, $value) { return $value; }
function do_action(): void {}
function get_transient() { return false; }
function set_transient(): bool { return true; }
function delete_transient(): bool { return true; }
function is_wp_error(): bool { return false; }
function wp_json_encode($value): string { return json_encode($value); }
function wp_parse_args(array $given, array $defaults): array { return array_merge($defaults, $given); }
function wp_remote_retrieve_response_message(): string { return ''; }
function wp_remote_retrieve_body(array $response): string { return $response['body']; }
function wp_remote_retrieve_headers(): array { return []; }
function wp_remote_retrieve_response_code(array $response): int { return $response['response']['code']; }

function wp_remote_request(string $url, array $request): array
{
    $curl = curl_init(str_replace('https://api.pinterest.com', getenv('MOCK'), $url));
    $headers = array_map(fn ($name, $value) => "$name: $value", array_keys($request['headers']), $request['headers']);
    curl_setopt_array($curl, [
        CURLOPT_CUSTOMREQUEST => $request['method'],
        CURLOPT_HTTPHEADER => $headers,
        CURLOPT_RETURNTRANSFER => true,
    ]);
    if (is_string($request['body'])) {
        curl_setopt($curl, CURLOPT_POSTFIELDS, $request['body']);
    }
    $body = curl_exec($curl);
    return ['body' => $body, 'response' => ['code' => curl_getinfo($curl, CURLINFO_RESPONSE_CODE)]];
}

final class Pinterest_For_Woocommerce
{
    public static function get_access_token(): array { return ['access_token' => 'any-text']; }
    public static function get_setting(string $name) { return $name === 'tracking_advertiser' ? getenv('AD_ACCOUNT_ID') : false; }
    public static function get_data() { return null; }
    public static function save_data(): void {}
}

function Pinterest_For_Woocommerce(): string { return Pinterest_For_Woocommerce::class; }
