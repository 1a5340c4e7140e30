// The environment: what stops the start, and with which sentence.
import { type Environment, parseConfig } from '@masa/server/config';
import { expect, test } from 'vitest';

const faults = (environment: Environment): readonly string[] => {
  const parsed = parseConfig(environment);
  return parsed.ok ? [] : parsed.error;
};

test('HTTP-8 without settings there are sensible ones', () => {
  const parsed = parseConfig({ PATH: '/usr/bin', MASA_SETUP_KEY: '' });
  expect(parsed.ok && parsed.value).toMatchObject({ port: 8_080, host: '0.0.0.0', setupKey: undefined, publicUrl: undefined, logLevel: 'info' });
  expect(parsed.ok && parsed.value.dataDir).toMatch(/\/data$/);
});

test('HTTP-8 good settings are taken as they are', () => {
  const parsed = parseConfig({
    PORT: '0',
    HOST: '::1',
    DATA_DIR: '/tmp/x',
    MASA_SETUP_KEY: '0123456789abcdef',
    PUBLIC_URL: 'https://masa.example.org/',
  });
  expect(parsed.ok && parsed.value).toMatchObject({
    port: 0,
    host: '::1',
    dataDir: '/tmp/x',
    setupKey: '0123456789abcdef',
    publicUrl: 'https://masa.example.org',
  });
});

test.each([
  [{ PORT: 'eighty' }, 'PORT must be a port number from 0 to 65535, e.g. 8080 (0 takes any free one), not "eighty".'],
  [{ PORT: '65536' }, 'PORT must be a port number from 0 to 65535, e.g. 8080 (0 takes any free one), not "65536".'],
  [{ PORT: '-1' }, 'PORT must be a port number from 0 to 65535, e.g. 8080 (0 takes any free one), not "-1".'],
  [{ HOST: 'http://x/' }, 'HOST must be an address or name to listen on, e.g. 0.0.0.0 or 127.0.0.1, not "http://x/".'],
  [{ PUBLIC_URL: 'masa.example.org' }, 'PUBLIC_URL must be an address without a path, e.g. https://masa.example.org, not "masa.example.org".'],
  [
    { PUBLIC_URL: 'https://masa.example.org/board' },
    'PUBLIC_URL must be an address without a path, e.g. https://masa.example.org, not "https://masa.example.org/board".',
  ],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, not "loud".'],
  [{ MASA_SETUP_KEY: 'short secret' }, 'MASA_SETUP_KEY must be at least 16 characters, not what it is now.'],
])('HTTP-8 %j stops the start with its sentence', (environment, sentence) => {
  expect(faults(environment)).toEqual([sentence]);
});

test('HTTP-8 a setting that does not exist is named, with those that do', () => {
  const [sentence, ...others] = faults({ MASA_SETUPKEY: 'x' });
  expect(sentence).toMatch(/^MASA_SETUPKEY is not a setting of Masa\. The settings are: PORT, HOST, DATA_DIR, MASA_SETUP_KEY, /);
  expect(others).toEqual([]);
});
