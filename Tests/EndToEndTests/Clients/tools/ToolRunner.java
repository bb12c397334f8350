import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.utils.Exit;

/**
 * Runs many of Apache Kafka's command-line tools in one process: a JVM each would take minutes. Every line of standard
 * input is one run: the class, what the tool reads, its arguments, separated by tabs, \n for a line's end. Prints what
 * the tool wrote, then a line of a record separator and its exit code.
 */
public class ToolRunner {
    private static volatile CompletableFuture<Integer> running;

    public static void main(String[] none) throws Exception {
        PrintStream out = System.out;
        // A tool that exits stays where it is: what it caught or closed on the way out would be part of its output.
        Exit.Procedure stay = (code, message) -> {
            running.complete(code);
            try {
                Thread.sleep(Long.MAX_VALUE);
            } catch (InterruptedException ignored) {
                Thread.currentThread().interrupt();
            }
        };
        Exit.setExitProcedure(stay);
        Exit.setHaltProcedure(stay);
        // What a tool does when its process ends belongs to its run.
        List<Runnable> hooks = new ArrayList<>();
        Exit.setShutdownHookAdder((name, hook) -> hooks.add(hook));
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line;
        while ((line = lines.readLine()) != null) {
            List<String> words = Arrays.stream(line.split("\t", -1)).map(w -> w.replace("\\n", "\n")).toList();
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            PrintStream collected = new PrintStream(written, true, StandardCharsets.UTF_8);
            System.setOut(collected);
            System.setErr(collected);
            System.setIn(new ByteArrayInputStream(words.get(1).getBytes(StandardCharsets.UTF_8)));
            hooks.clear();
            int code = run(words.get(0), words.subList(2, words.size()).toArray(String[]::new), collected, hooks);
            // It leaves its last answers to another thread.
            if (words.get(0).endsWith("VerifiableProducer")) settle(written);
            System.setOut(out);
            out.print(written.toString(StandardCharsets.UTF_8));
            out.println("\u001e" + code);
            out.flush();
        }
        Runtime.getRuntime().halt(0);
    }

    /** Waits until nothing more was written for a while. */
    private static void settle(ByteArrayOutputStream written) throws InterruptedException {
        int before = -1;
        while (written.size() != before) {
            before = written.size();
            Thread.sleep(500);
        }
    }

    private static int run(String tool, String[] arguments, PrintStream collected, List<Runnable> hooks)
        throws Exception {
        CompletableFuture<Integer> ending = new CompletableFuture<>();
        running = ending;
        Thread thread = new Thread(() -> {
            // Scala's console is bound once; this binds it for the thread.
            scala.Console$.MODULE$.withOut(collected, () -> {
                try {
                    Class.forName(tool).getMethod("main", String[].class).invoke(null, (Object) arguments);
                    hooks.forEach(Runnable::run);
                } catch (InvocationTargetException failure) {
                    failure.getCause().printStackTrace(collected);
                    ending.complete(1);
                } catch (ReflectiveOperationException failure) {
                    failure.printStackTrace(collected);
                    ending.complete(127);
                }
                return null;
            });
            ending.complete(0);
        });
        thread.setDaemon(true);
        thread.start();
        try {
            return ending.get(30, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            collected.println("no end within 30 s");
            return 124;
        }
    }
}
