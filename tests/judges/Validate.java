import java.io.FileInputStream;
import java.util.ArrayList;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Validate PDF files with veraPDF: {@code Validate FLAVOUR,… FILE…} prints one line for each pair. */
public class Validate {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (int file = 1; file < arguments.length; file++) {
            for (String flavour : arguments[0].split(",")) {
                System.out.println(judge(arguments[file], PDFAFlavour.byFlavourId(flavour)));
            }
        }
    }

    private static String judge(String path, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser =
                Foundries.defaultInstance().createParser(new FileInputStream(path), flavour)) {
            PDFAValidator validator =
                    Foundries.defaultInstance().createValidator(flavour, 10, false, false, false);
            ValidationResult result = validator.validate(parser);
            List<String> faults = new ArrayList<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    faults.add(assertion.getRuleId().getClause() + "-"
                            + assertion.getRuleId().getTestNumber() + " "
                            + assertion.getLocation().getContext());
                }
            }
            String verdict = result.isCompliant() ? "PASS" : "FAIL";
            return String.join("\t", verdict, flavour.getId(), path, String.join(" | ", faults));
        }
    }
}
