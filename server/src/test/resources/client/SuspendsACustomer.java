import java.util.List;
import org.wirt.client.ApiClient;
import org.wirt.client.api.CustomerApi;
import org.wirt.client.api.JobApi;
import org.wirt.client.model.CustomerSuspend;
import org.wirt.client.model.CustomerSuspendInput;

/// A stranger's program: knows nothing but the client that was generated from the description.
public class SuspendsACustomer {

    public static void main(String[] given) throws Exception {
        var client = new ApiClient();
        client.updateBaseUri(given[0]);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + given[1]));
        var customers = new CustomerApi(client);

        var page = customers.accountCustomers(
                CustomerApi.APIAccountCustomersRequest.newBuilder().q(given[2]).build());
        var found = page.getRows().getFirst();
        System.out.println("found " + found.getContactName() + ", active " + found.getStatus().getActive());

        var deed = new CustomerSuspend()
                .ids(List.of(found.getId()))
                .input(new CustomerSuspendInput().reason("invoice 12 is open"));
        var ahead = customers.customerSuspendPreview(CustomerApi.APICustomerSuspendPreviewRequest.newBuilder()
                .customerSuspend(deed)
                .build());
        System.out.println("would suspend " + ahead.getAllowed());
        var job = customers.customerSuspend(CustomerApi.APICustomerSuspendRequest.newBuilder()
                        .customerSuspend(deed)
                        .idempotencyKey("invoice-12")
                        .build());
        System.out.println("suspended " + job.getCounts().get("done"));
        System.out.println("then active " + customers.accountCustomer(CustomerApi.APIAccountCustomerRequest.newBuilder().id(found.getId()).build()).getStatus().getActive());
        new JobApi(client).jobUndo(JobApi.APIJobUndoRequest.newBuilder().id(job.getId()).build());
        System.out.println("at last active " + customers.accountCustomer(CustomerApi.APIAccountCustomerRequest.newBuilder().id(found.getId()).build()).getStatus().getActive());
    }
}
