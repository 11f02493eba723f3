package io.carryon.profile.recognition.reading;

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
    private static final Spellings HAPPENINGS = Spellings.of("payment zahlung* paiement pago platnosc* plata mokejim*"
            + " uberweisung* transfer dispute return returns refund retour devolucion zwrot* retur* grazinim* bill"
            + " purchase");

    private static final NumberName[] ALL = values();
    private static final int SHORTEST_FORGIVEN = 5;

    private final boolean transactional;
    private final Spellings words;

    NumberName(boolean transactional, String words) {
        this.transactional = transactional;
        this.words = Spellings.of(words);
    }

    public boolean isTransactional() {
        return transactional;
    }

    /** The name a word is, a typing error of a longer word forgiven. */
    static Optional<NumberName> of(String word) {
        for (var name : ALL) {
            if (name.words.has(word)) {
                return Optional.of(name);
            }
        }
        return word.length() < SHORTEST_FORGIVEN || Word.digits(word) > 0 ? Optional.empty() : almost(word);
    }

    private static Optional<NumberName> almost(String word) {
        for (var name : ALL) {
            if (name.words.almostHas(word)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** Whether a short number behind the word may be just how much or how many. */
    static boolean happens(String word) {
        return HAPPENINGS.has(word);
    }
}
