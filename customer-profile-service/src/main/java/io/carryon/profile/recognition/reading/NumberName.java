package io.carryon.profile.recognition.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a number in a text is called.
 *
 * <p>A transactional name belongs to one issue: an order, an invoice, a booking. A durable one belongs to the customer
 * whatever they ask: a card, a policy, a customer number.
 */
public enum NumberName {
    ORDER(
            true,
            "order orders bestell* auftrag* commande commandes pedido pedidos zamowieni* comand* uzsakym* purchase"),
    INVOICE(true, "invoice invoices inv bill rechnung* facture factures factura* faktur* saskait*"),
    TRANSACTION(
            true,
            "transaction transactions trans transaktion* transaccion transakcj* tranzacti* transakcij* payment"
                    + " zahlung* paiement pago platnosc* plata mokejim* uberweisung* transfer dispute"),
    BOOKING(
            true,
            "booking bookings reservation reservations buchung* reservierung* reserva reservas rezerwacj*"
                    + " rezervare* rezervari* rezervacij* pnr itinerary flight"),
    CLAIM(true, "claim claims schaden* schadens* sinistre siniestro szkod* dauna daune zalos zala zalos"),
    PARCEL(
            true,
            "tracking parcel shipment package consignment sendung* paket* colis envio paquete przesylk* colet*"
                    + " siunt* waybill"),
    RETURN(true, "rma return returns refund retoure* ruckgabe* retour devolucion zwrot* retur* grazinim*"),
    CASE(true, "case ticket incident vorgang* fall dossier caso expediente sprawa sprawy zgloszen* caz dosar byla"),
    REFERENCE(
            true,
            "ref reference references confirmation referenz* aktenzeichen referencia referencj* referint*"
                    + " nuorod* znak po"),
    CARD(
            false,
            "card cards digits ending ends karte karten* kreditkarte* endet endend carte cartes tarjeta tarjetas"
                    + " karta karty kart* cardul cardului card kortel*"),
    ACCOUNT(false, "account accounts acct iban konto* compte comptes cuenta cuentas rachun* kont* cont contul"),
    CUSTOMER(
            false,
            "customer cust client clients kunde* kunden* cliente klient* clientul member membership mitglied*"
                    + " adherent miembro socio abonne"),
    POLICY(
            false,
            "policy policies police versicherung* polizza poliza polis* polita polite* polisas contract vertrag*"
                    + " contrat contrato umow* contract* sutart*"),
    PHONE(false, "phone tel mobile cell telefon* handy* telephone telefono numer-telefonu fax m t");

    /** Names of what happened rather than of a paper: "a refund of 1500" gives no number of a refund. */
    private static final List<String> HAPPENINGS =
            Arrays.asList(("payment zahlung* paiement pago platnosc* plata mokejim*"
                            + " uberweisung* transfer dispute return returns refund retour devolucion zwrot* retur* grazinim* bill"
                            + " purchase")
                    .split(" "));

    private final boolean transactional;
    private final List<String> words;

    NumberName(boolean transactional, String words) {
        this.transactional = transactional;
        this.words = Arrays.asList(words.split(" "));
    }

    public boolean isTransactional() {
        return transactional;
    }

    /** The name a word is, a typing error of a longer word forgiven. */
    static Optional<NumberName> of(String word) {
        var exact = Arrays.stream(values())
                .filter(name -> name.words.stream().anyMatch(each -> matches(each, word)))
                .findFirst();
        return exact.isPresent() || word.length() < 5 || word.chars().anyMatch(Character::isDigit)
                ? exact
                : Arrays.stream(values())
                        .filter(name -> name.words.stream()
                                .filter(each -> each.length() >= 5 && !each.endsWith("*"))
                                .anyMatch(each -> Spelling.distance(each, word, 1) <= 1))
                        .findFirst();
    }

    /** Whether a short number behind the word may be just how much or how many. */
    static boolean happens(String word) {
        return HAPPENINGS.stream().anyMatch(each -> matches(each, word));
    }

    private static boolean matches(String each, String word) {
        return each.endsWith("*")
                ? word.length() >= 4 && word.startsWith(each.substring(0, each.length() - 1))
                : each.equals(word);
    }
}
