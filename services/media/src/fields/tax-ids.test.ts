import { describe, expect, test } from "vitest";
import { aLine } from "./page.fixture.ts";
import { taxIdsOf } from "./tax-ids.ts";

describe("tax ids whose check digits hold", () => {
  test.each([
    ["NIF: 12345678Z", "es-nif", "12345678Z"],
    ["NIE X1234567L", "es-nie", "X1234567L"],
    ["CIF: A-58818501", "es-cif", "A58818501"],
    ["RFC: GODE561231GR8", "mx-rfc", "GODE561231GR8"],
    ["CUIT: 20-12345678-6", "ar-cuit", "20123456786"],
    ["NIT 800.197.268-4", "co-nit", "8001972684"],
    ["R.U.T.: 12.345.678-5", "cl-rut", "123456785"],
    ["RUC 20131312955", "pe-ruc", "20131312955"],
    ["CNPJ: 11.222.333/0001-81", "br-cnpj", "11222333000181"],
    ["CPF 111.444.777-35", "br-cpf", "11144477735"],
    ["NIF 501442600", "pt-nif", "501442600"],
    ["SIRET 732 829 320 00074", "fr-siret", "73282932000074"],
    ["N° TVA : FR 40 303265045", "fr-vat", "FR40303265045"],
    ["USt-IdNr.: DE136695976", "de-vat", "DE136695976"],
    ["P.IVA 00743110157", "it-vat", "00743110157"],
    ["VAT Reg No: GB 980 7806 84", "gb-vat", "GB980780684"],
    ["GSTIN: 27AAPFU0939F1ZV", "in-gstin", "27AAPFU0939F1ZV"],
    ["NIP 526-10-40-828", "pl-nip", "5261040828"],
    ["TVA BE0428759497", "be-vat", "BE0428759497"],
    ["UID: ATU13585627", "at-vat", "ATU13585627"],
  ])("%s", (text, kind, value) => {
    expect(taxIdsOf(aLine(text))[0]).toMatchObject({ kind, value, checked: true, labelled: true });
  });
});

test("a labelled id with a wrong check digit is found, but not as checked", () => {
  expect(taxIdsOf(aLine("NIF: 12345678A"))[0]).toMatchObject({ value: "12345678A", checked: false });
  expect(taxIdsOf(aLine("USt-IdNr.: DE111111111"))[0]).toMatchObject({ value: "DE111111111", checked: false });
});

test("without a label only an id that holds is believed", () => {
  expect(taxIdsOf(aLine("Ferretería Norte 12345678Z"))[0]).toMatchObject({ value: "12345678Z", labelled: false });
  expect(taxIdsOf(aLine("Ferretería Norte 12345678A"))).toEqual([]);
  expect(taxIdsOf(aLine("Tel. 912345678 Pedido 20131312955"))).toEqual([]);
});

test("letters for digits are put right where the check digit confirms it", () => {
  expect(taxIdsOf(aLine("NIF: I2345678Z"), true)[0]).toMatchObject({ value: "12345678Z", checked: true });
  expect(taxIdsOf(aLine("CIF: 458818501"), true)[0]).toMatchObject({ value: "A58818501", checked: true });
});

test("a foreign VAT id under a local label and the number of a tax office are found", () => {
  expect(taxIdsOf(aLine("USt-IdNr.: IE1234567FA"))[0]).toMatchObject({ country: "IE" });
  expect(taxIdsOf(aLine("Steuernummer: 123/456/78901"))[0]).toMatchObject({ kind: "de-tax", value: "123/456/78901" });
});
