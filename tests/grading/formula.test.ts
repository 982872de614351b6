import { describe, expect, it } from 'vitest';
import { verdict } from '../support/rubrics.ts';

describe('formulas', () => {
  it.each([
    'w ← w − η∇L',
    'w = w - eta * ∇L',
    'w := w - η · ∇L',
    '$w \\leftarrow w - \\eta \\nabla L$',
    'w <- w - η∇L',
  ])('reads %s', (answer) => {
    expect(verdict('`w=w-η∇L`', `갱신 식은 ${answer} 이다`)).toBe('covered');
  });

  it.each([
    ['`σ^2`', '분산은 σ² 이다'],
    ['`max(0,x)`', 'ReLU는 max(0, x)'],
    ['`1/(1+e^-x)`', '시그모이드는 1/(1+e^{-x}) 이다'],
    ['`1/(1+e^-x)`', '시그모이드는 \\frac{1}{1+e^{-x}} 이다'],
    ['`1/(1+e^-x)`', '시그모이드는 \\dfrac{1}{1+e^{-x}} 이다'],
    ['`1/(1+e^-x)`', '시그모이드 = 1/(1+exp(-x))'],
    ['`∂L/∂w`', '기울기는 \\frac{\\partial L}{\\partial w} 이다'],
    ['`a≤b`', '조건은 a \\leq b 이다'],
    ['`a≤b`', '조건은 a <= b 이다'],
    ['`x^2`', 'x**2 를 쓴다'],
    ['`∑x/n`', '평균은 Σx/n 이다'],
    ['`∑x/n`', '평균은 \\frac{\\sum x}{n} 이다'],
    ['`y-ŷ`', '오차는 y - \\hat{y} 이다'],
    ['`y-ŷ`', '오차는 y - ŷ 이다'],
    ['`y-ŷ`', '오차는 y - y_hat 이다'],
    ['`x-x̄`', '편차는 x - \\bar x 이다'],
    ['`x-x̄`', '편차는 x - x bar 이다'],
    ['`θ̂`', '추정값은 \\hat{\\theta} 이다'],
    ['`L_1`', '벌점은 L₁ 이다'],
  ])('finds %s in "%s"', (pattern, answer) => {
    expect(verdict(pattern, answer)).toBe('covered');
  });

  it.each([
    ['`O(n)`', '복잡도는 O(n²) 이다'],
    ['`O(n)`', 'the cost is O(n^2)'],
    ['`p=0.1`', 'p = 0.15 를 쓴다'],
  ])('does not find %s in "%s", which says something else', (pattern, answer) => {
    expect(verdict(pattern, answer)).toBe('missed');
  });

  it('finds the formula where it stands after one that only begins like it', () => {
    expect(verdict('`O(n)`', 'O(n²) 이 아니라 O(n) 이다')).toBe('covered');
  });

  it('does not find the x of a formula inside another word', () => {
    expect(verdict('`x,y`', 'max,y')).toBe('missed');
  });
});
