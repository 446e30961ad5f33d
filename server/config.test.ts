import { describe, expect, it } from 'vitest';
import { configFrom } from './config.js';

describe('the settings', () => {
  it('have defaults for everything, on loopback and with the demonstration', () => {
    const config = configFrom({});
    expect(config).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      baseUrl: 'http://localhost:3000',
      demonstration: true,
      demonstrationSignIn: true,
    });
  });

  it('report every fault at once, each with its name', () => {
    const read = (): unknown =>
      configFrom({ PORT: 'many', NODE_ENV: 'live', BASE_URL: 'ftp://x', DEMO: 'yes', TRUST_PROXY: 'true' });
    for (const name of ['PORT', 'NODE_ENV', 'BASE_URL', 'DEMO', 'TRUST_PROXY']) expect(read).toThrow(name);
  });

  it('refuse plain http in production on any host but loopback', () => {
    const https = { NODE_ENV: 'production', HOST: '0.0.0.0' };
    expect(() => configFrom(https)).toThrow('BASE_URL');
    expect(() => configFrom({ ...https, BASE_URL: 'http://example.org' })).toThrow('BASE_URL');
    expect(configFrom({ ...https, BASE_URL: 'https://example.org/' }).baseUrl).toBe('https://example.org');
    expect(configFrom({ NODE_ENV: 'production' }).demonstration).toBe(false);
  });

  it('ask for a session secret together with a MongoDB, so that all processes share it', () => {
    expect(() => configFrom({ MONGODB_URI: 'mongodb://localhost/aleuet' })).toThrow('SESSION_SECRET');
  });

  it('let nobody sign in as the demonstration on other hosts unless that is asked for', () => {
    expect(configFrom({ HOST: '0.0.0.0' }).demonstrationSignIn).toBe(false);
    expect(configFrom({ HOST: '0.0.0.0', DEMO: '1' }).demonstrationSignIn).toBe(true);
    expect(configFrom({ DEMO: '0' }).demonstration).toBe(false);
  });

  it('count proxies or take their addresses', () => {
    expect(configFrom({ TRUST_PROXY: '2' }).trustProxy).toBe(2);
    expect(configFrom({ TRUST_PROXY: '10.0.0.0/8' }).trustProxy).toBe('10.0.0.0/8');
  });
});
