import { describe, expect, it } from 'vitest';
import { expectRefusal, expectResults, numbersIn, resultsOf } from '../support/demo-values.ts';

/** Values by PyTorch (gradients by autograd), SciPy and mpmath at 40 digits unless a case says otherwise. */

describe('GAN losses', () => {
  it.each([
    ['non-saturating', 1.753278948659991, [-5, -1.6666666666666667]],
    ['minimax', -0.23101772979827934, [-0.5555555555555556, -0.7142857142857143]],
  ])('%s generator', (kind, loss_g, grad_g) => {
    expectResults('gan-loss', { kind }, { loss_d: 0.3952697632842973, loss_g, grad_g });
  });

  it.each([
    ['least squares', { kind: 'lsgan' }, { loss_d: 0.0375, loss_g: 0.325, grad_g: [-0.45, -0.35] }],
    [
      'equilibrium: 2 ln 2 for the discriminator',
      { d_real: [0.5], d_fake: [0.5], kind: 'minimax' },
      { loss_d: 2 * Math.LN2, loss_g: -Math.LN2, grad_g: [-2] },
    ],
    [
      'a fake that is all but 0',
      { d_real: [0.999], d_fake: [1e-300] },
      { loss_d: 0.0010005003335835344, loss_g: 690.7755278982137, grad_g: [-1e300] },
    ],
  ])('%s', (_name, given, expected) => {
    expectResults('gan-loss', given, expected);
  });

  it.each([
    [{ d_fake: [1e-310] }, 'd_fake'],
    [{ d_fake: [1] }, 'd_fake[0]'],
    [{ d_real: [0] }, 'd_real[0]'],
  ])('refuses %o', (given, parameter) => {
    expectRefusal('gan-loss', given, parameter);
  });
});

describe('KL term of a VAE', () => {
  it('agrees with torch.distributions.kl_divergence', () => {
    expectResults(
      'vae-kl',
      {},
      {
        kl: [0.13436537653899094, 0.09091234882063516],
        kl_total: 0.2252777253596261,
        sigma: [0.9048374180359595, 1.2214027581601699],
        z: [0.590483741803596, -1.52140275816017],
      },
    );
  });

  it.each([
    [0, 0, 0],
    [20, 20, 242582787.20489514],
    [-20, -20, 209.50000000103057],
    [0, 0.49, 0.07115810997768948],
    [0, -0.51, 0.05524778940613297],
  ])('mu %d, log variance %d: %d', (mu, log_var, kl) => {
    expectResults('vae-kl', { mu: [mu], log_var: [log_var], eps: [0] }, { kl: [kl], kl_total: kl, z: [mu] });
  });

  it('keeps its digits next to the prior', () => {
    const kl = numbersIn(resultsOf('vae-kl', { mu: [0], log_var: [1e-7], eps: [0] }).kl);
    expect((kl[0] ?? 0) / 2.5000000833333353e-15).toBeCloseTo(1, 9);
  });

  it.each([
    [{ log_var: [0] }, 'log_var'],
    [{ eps: [0, 0, 0] }, 'eps'],
  ])('refuses %o', (given, parameter) => {
    expectRefusal('vae-kl', given, parameter);
  });
});

const SPREAD = '4,2,-4,-4/1,1,-2,0/1,1,1,-4/-3,2,0,5/2,-5,3,1';

describe('linear autoencoder', () => {
  it('PCA errors agree with scikit-learn', () => {
    expectResults('autoencoder', {}, { pca_mse: [0.08582955771688039, 0.0017819010678914924, 0] });
  });

  it('fewer rows than columns: as many components as rows are enough', () => {
    const { pca_mse } = resultsOf('autoencoder', { x: '1,0,0,5/0,2,0,1/0,0,3,2' });
    expect(numbersIn(pca_mse).slice(2)).toEqual([expect.closeTo(0, 20), 0]);
  });

  it('data without spread have no error', () => {
    expectResults('autoencoder', { x: '1,1/1,1/1,1' }, { pca_mse: [0, 0], ae_mse: 0, ae_mse_first: 0 });
  });

  it('comes within 5% of the variance of PCA from every start, even in ten epochs', () => {
    for (const k of [1, 3])
      for (let seed = 0; seed < 100; seed++) {
        const { pca_mse, ae_mse, ae_mse_first } = resultsOf('autoencoder', {
          x: SPREAD,
          k,
          epochs: 10,
          seed,
        });
        const best = numbersIn(pca_mse)[k - 1] ?? 0;
        const [last = 0] = numbersIn(ae_mse);
        const [first = 0] = numbersIn(ae_mse_first);
        // The variance of SPREAD is 7.36 (NumPy).
        expect(last).toBeGreaterThanOrEqual(best);
        expect(last).toBeLessThanOrEqual(first);
        expect(last).toBeLessThanOrEqual(best + 0.05 * 7.36);
      }
  });

  it('another seed starts elsewhere; PCA does not depend on it', () => {
    const [one, other] = [resultsOf('autoencoder', { seed: 1 }), resultsOf('autoencoder', { seed: 2 })];
    expect(one.ae_mse_first).not.toBe(other.ae_mse_first);
    expect(one.pca_mse).toEqual(other.pca_mse);
  });

  it('refuses more units than columns', () => {
    expectRefusal('autoencoder', { k: 4 }, 'k');
  });
});

describe('sparsity penalty', () => {
  it.each([
    [
      {},
      {
        rho_hat: [0.8, 0.05666666666666667],
        kl: [1.341607951032234, 0.00043201134644195574],
        penalty: 1.342039962378676,
      },
    ],
    [
      { activations: [[0.5]], rho: 0.5, beta: 3 },
      { rho_hat: [0.5], kl: [0], penalty: 0 },
    ],
    [
      { activations: [[1e-200, 0.999999]], rho: 1e-9 },
      { kl: [4.3879375276236277e-7, 13.815510522396742], penalty: 13.815510961190496 },
    ],
  ])('%o', (given, expected) => {
    expectResults('sparsity-penalty', given, expected);
  });

  it('keeps its digits where activation and target nearly agree', () => {
    const kl = numbersIn(resultsOf('sparsity-penalty', { activations: [[0.0500001]] }).kl);
    expect((kl[0] ?? 0) / 1.0526302492239358e-13).toBeCloseTo(1, 8);
  });

  it.each([[[[1, 0.5]]], [[[0.5, 0]]]])('refuses a unit that is always on or off: %o', (activations) => {
    expectRefusal('sparsity-penalty', { activations }, 'activations');
  });
});

describe('restricted Boltzmann machine', () => {
  it.each([
    [
      'the defaults, against a sum over all states',
      {},
      {
        energy: 0,
        p_h: [0.5, 0.5],
        p_v: [0.7310585786300048, 0.6224593312018544, 0.26894142136999505],
        free_energy: -1.3862943611198906,
        log_z: 4.10462515978417,
        p_visible: 0.06598480447677522,
      },
    ],
    [
      'one unit each',
      { w: [[2]], b: [-1], c: [0.5], v: [1], h: [1] },
      {
        energy: -1.5,
        p_h: [0.9241418199787564],
        free_energy: -1.5788897342925496,
        log_z: 2.0146749655009755,
        p_visible: 0.6467566141569431,
      },
    ],
    [
      'the largest weights do not overflow',
      {
        w: Array.from({ length: 6 }, () => [20, 20, 20, 20, 20, 20]),
        b: [20, 20, 20, 20, 20, 20],
        c: [20, 20, 20, 20, 20, 20],
        v: [0, 0, 0, 0, 0, 0],
        h: [1, 1, 1, 1, 1, 1],
      },
      { energy: -120, free_energy: -120.00000001236693, log_z: 960, p_visible: 0 },
    ],
  ])('%s', (_name, given, expected) => {
    expectResults('boltzmann', given, expected);
  });

  it('the probabilities of all visible states sum to 1', () => {
    let total = 0;
    for (let state = 0; state < 8; state++) {
      const v = [(state >> 2) & 1, (state >> 1) & 1, state & 1];
      total += numbersIn(resultsOf('boltzmann', { v, b: [0.3, -1, 2] }).p_visible)[0] ?? 0;
    }
    expect(total).toBeCloseTo(1, 12);
  });

  it.each([
    [{ b: [0] }, 'b'],
    [{ c: [0, 0, 0] }, 'c'],
    [{ v: [1, 0] }, 'v'],
    [{ h: [1] }, 'h'],
  ])('refuses %o', (given, parameter) => {
    expectRefusal('boltzmann', given, parameter);
  });
});
