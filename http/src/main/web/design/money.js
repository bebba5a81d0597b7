// @ts-check
/** @import { Money } from "../api/types.js" */
import { locale } from "../i18n/language.js";

export const CURRENCIES = ["EUR", "CHF", "USD", "GBP", "SEK", "NOK", "DKK", "PLN", "CZK", "JPY"];

/** How many digits a currency has behind the point. @param {string} currency */
const digits = (currency) => new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** As it is typed: "1500.50". @param {Money | undefined} money */
export const amountOf = (money) => (money ? String(money.amount / 10 ** digits(money.currency)) : "");

/** In minor units, as the server wants it. @param {string} amount @param {string} currency @returns {Money} */
export const moneyOf = (amount, currency) => ({ amount: Math.round(Number(amount.replace(",", ".")) * 10 ** digits(currency)), currency });

/** As it is read. @param {Money} money */
export const moneyText = ({ amount, currency }) => new Intl.NumberFormat(locale, { style: "currency", currency, trailingZeroDisplay: "stripIfInteger" }).format(amount / 10 ** digits(currency));
